package identity

import (
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/entente-kg/entente/schema"
)

func person(id, name, country string, known bool) schema.Actor {
	return schema.Actor{ID: "actor:" + id, Name: name, Kind: schema.Person, Country: country, Known: known}
}

var people = []schema.Actor{
	person("sergey-lavrov", "Sergey Lavrov", "RUS", true),
	person("sergei-lavrov", "Sergei Lavrov", "RUS", false),
	person("petru-vasile", "Petru Vasile", "SYV", false),
	person("vasile-syv", "Vasile", "SYV", false),
	person("vasile-3f2a1c", "Vasile", "", false),
	person("ana-roth", "Ana Roth", "SYV", false),
	person("ana-roth-nrd", "Ana Roth", "NRD", false),
	person("juan-soto", "Juan Soto", "TMB", false),
	person("juana-soto", "Juana Soto", "TMB", false),
	{ID: "actor:lavrov-institute", Name: "Lavrov Institute", Kind: schema.Organisation},
	person("rurik-sand", "Rurik Sand", "NRD", false),
	person("rurik-olaf-sand", "Rurik Olaf Sand", "NRD", false),
	person("rurik-edvin-sand", "Rurik Edvin Sand", "NRD", false),
	person("kofi-adan", "Kofi Adan", "TMB", false),
	person("kofi-adan", "Kofi Adan", "SYV", false),
	person("koffi-adan", "Koffi Adan", "TMB", false),
	{ID: "actor:organization-of-nordic-ports", Name: "Organization of Nordic Ports", Kind: schema.Organisation, Aliases: []string{"ONP"}},
	{ID: "actor:onp", Name: "ONP", Kind: schema.Organisation},
	{ID: "actor:tal", Name: "TAL", Kind: schema.Organisation},
	{ID: "actor:tamboran-air-lines", Name: "Tamboran Air Lines", Kind: schema.Organisation, Aliases: []string{"TAL"}},
	{ID: "actor:trade-and-labour-union", Name: "Trade and Labour Union", Kind: schema.Organisation, Aliases: []string{"TAL"}},
}

var roles = []schema.Fact{
	{Relation: "holds-role", Subject: "actor:petru-vasile", Role: "foreign minister", Object: "actor:sylvania"},
	{Relation: "holds-role", Subject: "actor:vasile-syv", Role: "foreign minister", Object: "actor:sylvania"},
	{Relation: "holds-role", Subject: "actor:rurik-sand", Role: "finance minister", Object: "actor:nordavia"},
	{Relation: "holds-role", Subject: "actor:rurik-olaf-sand", Role: "finance minister", Object: "actor:nordavia"},
}

func journal(t *testing.T, lines string) *Journal {
	t.Helper()
	j, err := ReadJournal(strings.NewReader(lines))
	if err != nil {
		t.Fatal(err)
	}
	return j
}

func TestJoin(t *testing.T) {
	for name, c := range map[string]struct {
		journal string
		want    map[string]string // ID → ID it is kept under
	}{
		"spelling": {"", map[string]string{"sergei-lavrov": "sergey-lavrov", "lavrov-institute": "lavrov-institute"}},
		"surname with role joins, without does not":  {"", map[string]string{"vasile-syv": "petru-vasile", "vasile-3f2a1c": "vasile-3f2a1c"}},
		"another country is another person":          {"", map[string]string{"ana-roth-nrd": "ana-roth-nrd"}},
		"another given name is another person":       {"", map[string]string{"juana-soto": "juana-soto"}},
		"a middle name with the role joins":          {"", map[string]string{"rurik-sand": "rurik-olaf-sand", "rurik-edvin-sand": "rurik-edvin-sand"}},
		"who is of two countries joins nobody":       {"", map[string]string{"koffi-adan": "koffi-adan"}},
		"an acronym that one body defines joins":     {"", map[string]string{"onp": "organization-of-nordic-ports"}},
		"an acronym that two bodies define does not": {"", map[string]string{"tal": "tal"}},
		"people join":                         {"1 merge actor:ana-roth-nrd actor:ana-roth", map[string]string{"ana-roth-nrd": "ana-roth"}},
		"people undo":                         {"1 merge actor:ana-roth-nrd actor:ana-roth\n2 undo 1", map[string]string{"ana-roth-nrd": "ana-roth-nrd"}},
		"people redo":                         {"1 merge actor:ana-roth-nrd actor:ana-roth\n2 undo 1\n3 undo 2", map[string]string{"ana-roth-nrd": "ana-roth"}},
		"people keep apart what a rule joins": {"1 split actor:sergei-lavrov actor:sergey-lavrov", map[string]string{"sergei-lavrov": "sergei-lavrov"}},
		"a join over a third person keeps them apart": {
			"1 split actor:ana-roth actor:ana-roth-nrd\n2 merge actor:juan-soto actor:ana-roth\n3 merge actor:juan-soto actor:ana-roth-nrd",
			map[string]string{"juan-soto": "ana-roth", "ana-roth-nrd": "ana-roth-nrd"},
		},
	} {
		t.Run(name, func(t *testing.T) {
			x := Join(people, roles, journal(t, c.journal))
			for id, want := range c.want {
				if got := x.Canonical("actor:" + id); got != "actor:"+want {
					t.Errorf("%s is kept under %s (%s), want %s", id, got, x.Why("actor:"+id), want)
				}
			}
		})
	}
}

func TestJoinDoesNotDependOnOrder(t *testing.T) {
	want := Join(people, roles, nil)
	for seed := range uint64(50) {
		shuffled := slices.Clone(people)
		rand.New(rand.NewPCG(seed, 1)).Shuffle(len(shuffled), func(i, j int) { shuffled[i], shuffled[j] = shuffled[j], shuffled[i] })
		got := Join(shuffled, roles, nil)
		for _, a := range people {
			if got.Canonical(a.ID) != want.Canonical(a.ID) {
				t.Fatalf("seed %d: %s is kept under %s, before under %s", seed, a.ID, got.Canonical(a.ID), want.Canonical(a.ID))
			}
		}
		if !slices.Equal(got.Candidates(), want.Candidates()) {
			t.Fatalf("seed %d: candidates differ", seed)
		}
	}
}

func TestCandidates(t *testing.T) {
	var got []string
	for _, c := range Join(people, roles, nil).Candidates() {
		got = append(got, c.A+" "+c.B)
	}
	for _, want := range []string{"actor:petru-vasile actor:vasile-3f2a1c", "actor:juan-soto actor:juana-soto"} {
		if !slices.Contains(got, want) {
			t.Errorf("%s is no candidate; candidates: %q", want, got)
		}
	}
	if x := Join(people, roles, journal(t, "1 split actor:juan-soto actor:juana-soto")); slices.ContainsFunc(x.Candidates(), func(c Candidate) bool { return c.B == "actor:juana-soto" }) {
		t.Error("a pair that people keep apart is offered again")
	}
}

func TestAliasAndReject(t *testing.T) {
	x := Join(people, roles, journal(t, "1 alias actor:vasile-syv \"P. Vasile\"  # ana, 2022-03-01: as in the treaty\n2 reject actor:lavrov-institute"))
	if got := x.Aliases("actor:petru-vasile"); !slices.Equal(got, []string{"P. Vasile"}) {
		t.Errorf("aliases %q", got)
	}
	if !x.Rejected("actor:lavrov-institute") || x.Rejected("actor:ana-roth") {
		t.Error("the wrong actor is rejected")
	}
}

func TestJournalRoundTrip(t *testing.T) {
	const lines = `# Decisions about actors. One a line: NUMBER VERB ACTOR …  # who, when, why
1 merge actor:vasile-syv actor:petru-vasile  # ana, 2022-03-01: same minister
2 split actor:ana-roth actor:ana-roth-nrd
4 alias actor:petru-vasile "P. \"Pit\" Vasile"
5 reject actor:monday
6 undo 2
`
	var b strings.Builder
	if _, err := journal(t, lines).WriteTo(&b); err != nil || b.String() != lines {
		t.Errorf("got %v\n%s", err, b.String())
	}
}

func TestJournalErrors(t *testing.T) {
	for lines, want := range map[string]string{
		"merge actor:a actor:b":              `journal:1: "merge" is no number`,
		"1 merge actor:a actor:a":            "journal:1: merge: actor:a with itself",
		"1 merge Lind actor:a":               `no actor ID`,
		"1 join actor:a actor:b":             `unknown verb "join"`,
		"1 undo 7":                           "no decision 7",
		"2 reject actor:a\n1 reject actor:b": "journal:2: decision 1 stands after 2",
		"1 alias actor:a Lind":               "double quotes",
	} {
		if _, err := ReadJournal(strings.NewReader(lines)); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q: got %v, want %s", lines, err, want)
		}
	}
}
