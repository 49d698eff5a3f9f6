package ref

import "testing"

func BenchmarkBuild(b *testing.B) {
	s, err := Embedded()
	if err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		Build(s)
	}
}

func BenchmarkEmbedded(b *testing.B) {
	for b.Loop() {
		if _, err := Embedded(); err != nil {
			b.Fatal(err)
		}
	}
}
