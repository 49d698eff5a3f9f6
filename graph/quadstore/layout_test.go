package quadstore

import (
	"testing"
	"time"

	"github.com/cayleygraph/quad"
)

func TestValuesAreReadAsWritten(t *testing.T) {
	for _, v := range []quad.Value{
		quad.String(""), quad.String("Hanna Lind"), quad.String("é\n"), quad.IRI("https://x/y"), quad.IRI(""), quad.BNode("b"),
		quad.TypedString{Value: "{}", Type: "json"}, quad.LangString{Value: "x", Lang: "en"},
		quad.Int(-3), quad.Float(0.5), quad.Bool(true), quad.Time(time.Date(2022, 1, 18, 0, 0, 0, 0, time.UTC)),
	} {
		b, err := encodeValue(v)
		if err != nil {
			t.Fatal(err)
		}
		if got, err := decodeValue(b); err != nil || got != v {
			t.Errorf("%#v became %#v, %v", v, got, err)
		}
	}
}
