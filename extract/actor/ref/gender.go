package ref

import "sync"

// givenNames returns the gender, m or f, of common given names. A name that
// both sexes bear is not listed.
var givenNames = sync.OnceValue(func() map[string]string {
	genders := map[string]string{}
	rows, err := readTable("given-names.tsv")
	if err != nil {
		panic("ref: " + err.Error()) // part of the program, linted by its tests
	}
	for _, r := range rows {
		for _, name := range r.list("names") {
			genders[fold(name)] = r.get("gender")
		}
	}
	return genders
})
