package imports

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/entente-kg/entente/extract/actor/ref"
)

// read imports a text and checks that every line is accounted for.
func read(t *testing.T, name, text string) (*Result, Report) {
	t.Helper()
	res, err := Read(name, strings.NewReader(text), Options{})
	if err != nil {
		t.Fatal(err)
	}
	r := res.Reports[0]
	if r.Lines != r.Blank+r.Imported+len(r.Refused) {
		t.Errorf("%d lines, %d blank + %d imported + %d refused: %v", r.Lines, r.Blank, r.Imported, len(r.Refused), r.Refused)
	}
	return res, r
}

// table builds what extraction would use: the embedded data and the import.
func table(t *testing.T, res *Result) *ref.Table {
	t.Helper()
	s, err := ref.Embedded()
	if err != nil {
		t.Fatal(err)
	}
	return ref.Build(s, res.Source)
}

// wantRefused compares refusals as "line: beginning of the reason".
func wantRefused(t *testing.T, r Report, want ...string) {
	t.Helper()
	var got []string
	for _, x := range r.Refused {
		got = append(got, fmt.Sprintf("%d: %s", x.Line, x.Reason))
	}
	ok := len(got) == len(want)
	for i := 0; ok && i < len(got); i++ {
		ok = strings.HasPrefix(got[i], want[i])
	}
	if !ok {
		t.Errorf("refused %q, want %q", got, want)
	}
}

func TestActorDictionary(t *testing.T) {
	res, rep := read(t, "sylvania.actors.txt", `# our own sample
ILSE_BRANDT_  # minister, then a private citizen
+I._BRANDT_
	[DEUGOV 030101-091231]
	[DEUELI >100101]
	[DEU]
TOMAS_REYL_ [PERGOV <990630] [PEROPP >990701] [---]

HARBOUR_WORKERS'_FRONT_(HWF)_ [NGOLAB] # a union
+DOCK_FRONT+_QUAY_FRONT_
KHOST_ROAD_COMMITTEE_
	[AFGREBMUS 1979070699]
BROKEN_LINE [PERGOV
NO_CODE_AT_ALL_
+NOBODY_EITHER_
LATE_RIDERS_ [KAZREBXYZ]
UPSIDE_DOWN_ [FRAGOV 20121207-20120802]
`)
	wantRefused(t, rep,
		"11: an actor without a code",
		"12: not a date",
		"13: a bracket is not closed",
		"14: an actor without a code",
		"15: an actor without a code",
		"17: ends before it begins",
	)
	if len(rep.Notes) != 1 || !strings.Contains(rep.Notes[0].Reason, "XYZ") {
		t.Errorf("notes %v, want one on XYZ", rep.Notes)
	}
	tab := table(t, res)
	for _, c := range [][3]string{
		{"Ilse Brandt", "2005-06-01", "DEU GOV"},
		{"I. Brandt", "2005-06-01", "DEU GOV"},
		{"Ilse Brandt", "2012-06-01", "DEU ELI"},
		{"Ilse Brandt", "1999-01-01", "DEU"},
		{"Tomas Reyl", "1998-01-01", "PER GOV"},
		{"Tomas Reyl", "2001-01-01", "PER OPP"},
		{"Harbour Workers' Front", "", "NGO LAB"},
		{"HWF", "", "NGO LAB"},
		{"Quay Front", "", "NGO LAB"},
		{"Late Riders", "", "KAZ REB"},
	} {
		hits := tab.Named(c[0])
		if len(hits) == 0 {
			t.Errorf("%s: not found", c[0])
			continue
		}
		country, sectors, _ := tab.CodeAt(hits[0].Actor, c[1])
		if got := strings.TrimSpace(country + " " + strings.Join(sectors, " ")); got != c[2] {
			t.Errorf("%s on %s: %s, want %s", c[0], c[1], got, c[2])
		}
	}
	if hits := tab.Named("Upside Down"); hits != nil {
		t.Errorf("a refused actor is found: %v", hits)
	}
}

func TestAgentDictionary(t *testing.T) {
	res, rep := read(t, "agents.txt", `!PERSON! = MAN, MEN, WOMAN
# sample
LIGHTHOUSE_KEEPER [~LAB]
GLACIER_GUIDE {GUIDES_ON_THE_ICE} [~BUS]
RIVER_POLICE {} [~COP]
TOLL!PERSON! [~GOV]
ICE_ENVOY [IGO~]
BROKEN [~ENV}
DRIFTER [~QQQ]
LIGHTHOUSE_KEEPER [~LAB]
`)
	wantRefused(t, rep, "8: want NOUN", "9: no sector", "10: says the same as line 3")
	tab := table(t, res)
	for words, want := range map[string]string{
		"lighthouse keepers": "LAB", "guides on the ice": "BUS", "river police": "COP", "tollwoman": "GOV", "tollmen": "GOV",
	} {
		if a, ok := tab.Agent(words); !ok || a.Sectors[0] != want {
			t.Errorf("%s: %v, want %s", words, a.Sectors, want)
		}
	}
	if c := tab.Code("an ice envoy", "", ""); c.Country != "IGO" {
		t.Errorf("ice envoy: %+v, want IGO", c)
	}
}

func TestWikidata(t *testing.T) {
	for _, c := range []struct{ name, text string }{
		{"PER.csv", "position,person,personID,start,end\nMinister of Foreign Affairs,Tomas Reyl,Q990001,2001-02-03,2003-04\n" +
			"Keeper of Seals,Tomas Reyl,Q990001,2004,\nPresident,Nobody,Q990002,2014s,\nPresident,Late One,Q990003,2005,2004\nPresident,,Q990004,2005,\n"},
		{"query.csv", "label,QID,position,start,end,country\nTomas Reyl,http://www.wikidata.org/entity/Q990001,Minister of Foreign Affairs,2001-02-03T00:00:00Z,2003-04,Peru\n" +
			"Tomas Reyl,Q990001,Keeper of Seals,2004,,PER\nNobody,Q990002,President,2014s,,Peru\nLate One,Q990003,President,2005,2004,Peru\n,Q990004,President,2005,,Peru\n"},
		{"query.json", `[{"item":"http://www.wikidata.org/entity/Q990001","itemLabel":"Tomas Reyl","positionLabel":"Minister of Foreign Affairs","start":"2001-02-03","end":"2003-04","countryLabel":"Peru"},
			{"item":"http://www.wikidata.org/entity/Q990001","itemLabel":"Tomas Reyl","positionLabel":"Keeper of Seals","start":"2004","countryLabel":"Peru"},
			{"itemLabel":"Nobody","positionLabel":"President","start":"2014s"},{"itemLabel":"Late One","positionLabel":"President","start":"2005","end":"2004"},{"positionLabel":"President"}]`},
		{"service.json", `{"head":{"vars":["person"]},"results":{"bindings":[
			{"person":{"type":"uri","value":"http://www.wikidata.org/entity/Q990001"},"personLabel":{"type":"literal","value":"Tomas Reyl"},"positionLabel":{"value":"Minister of Foreign Affairs"},"start":{"value":"2001-02-03T00:00:00Z"},"end":{"value":"2003-04"},"country":{"value":"PER"}},
			{"person":{"value":"http://www.wikidata.org/entity/Q990001"},"personLabel":{"value":"Tomas Reyl"},"positionLabel":{"value":"Keeper of Seals"},"start":{"value":"2004"},"country":{"value":"PER"}},
			{"personLabel":{"value":"Nobody"},"start":{"value":"2014s"}},{"personLabel":{"value":"Late One"},"start":{"value":"2005"},"end":{"value":"2004"}},{"start":{"value":"2004"}}]}}`},
	} {
		res, rep := read(t, c.name, c.text)
		if rep.Imported != 2 || len(rep.Refused) != 3 {
			t.Errorf("%s: %d imported, refused %v", c.name, rep.Imported, rep.Refused)
		}
		tab := table(t, res)
		var got []string
		for _, x := range tab.Tenures("actor:tomas-reyl") {
			got = append(got, strings.Join([]string{x.Body, x.Office, x.From, x.To}, " "))
		}
		if want := []string{"PER foreign-minister 2001-02-03 2003-04", "PER keeper-of-seals 2004 "}; !slices.Equal(got, want) {
			t.Errorf("%s: %q, want %q", c.name, got, want)
		}
		if a := tab.Actor("actor:tomas-reyl"); a == nil || a.Wikidata != "Q990001" || a.Country != "PER" {
			t.Errorf("%s: %+v", c.name, a)
		}
	}
}

// A dictionary that codes a capital or a city as its state leaves them what they are.
func TestKnownPlacesAreKept(t *testing.T) {
	res, _ := read(t, "places.txt", "RUSSIA_ [RUS]\n+MOSCOW_\n+KAZAN_\n+MOTHER_RUSSIA_\nNIGHT_RIDERS_ [IMGMUS]\n")
	tab := table(t, res)
	for name, want := range map[string]string{"Moscow": "capital", "Kazan": "city", "Mother Russia": "name", "Night Riders": "name"} {
		hits := tab.Named(name)
		if len(hits) != 1 || string(hits[0].Reading) != want {
			t.Errorf("%s: %v, want one %s", name, hits, want)
		}
	}
	if got := tab.Code("Night Riders", "", "").String(); got != "IMGREBREL" {
		t.Errorf("Night Riders: %s, want IMGREBREL", got)
	}
}

// A person of the table is not imported twice, by item or by name.
func TestKnownActorsAreKept(t *testing.T) {
	res, _ := read(t, "UKR.csv", "position,person,personID,start,end\nPresident,Volodymyr Zelenskyj,,2019-05-20,\nPresident,Volodymyr Zelensky,,2019-05-20,\n")
	var ids []string
	for _, a := range res.Source.Actors {
		ids = append(ids, a.ID)
	}
	if !slices.Equal(ids, []string{"actor:volodymyr-zelenskyj"}) {
		t.Errorf("new actors %v, want only the unknown spelling", ids)
	}
}

func TestOwnYAML(t *testing.T) {
	res, rep := read(t, "sylvania.yaml", `actors:
  - {name: Sylvania, kind: state, country: SYL, adjectives: [Sylvanian], people: [Sylvanians], capital: Brunnstadt}
  - name: Petru Vasile
    country: SYL
    aliases: [Petru A. Vasile]
    offices:
      - {office: foreign minister, from: 2020-01-02}
  - {name: Rollers' League, kind: organisation, country: SYL, sectors: [LAB]}
  - {name: Bad Sector, sectors: [XXX]}
  - {name: Bad Date, offices: [{office: mayor, from: yesterday}]}
  - {name: Odd, colour: red}
  - {name: Lost, country: QQQ}
agents:
  - {words: ferryman, sectors: [LAB]}
  - {words: idler}
`)
	wantRefused(t, rep, `9: "XXX" is no PLOVER sector`, "10: office", "11: ", "12: country", "15: an agent needs")
	tab := table(t, res)
	for phrase, want := range map[string]string{
		"Sylvanian lawmakers": "SYLLEG", "Sylvanian ferrymen": "SYLLAB", "Brunnstadt": "SYLGOV", "Petru Vasile": "SYLGOV", "the Rollers' League": "SYLLAB",
	} {
		if got := tab.Code(phrase, "", "").String(); got != want {
			t.Errorf("%s: %s, want %s", phrase, got, want)
		}
	}
	if c := tab.Code("the Sylvanian foreign minister", "", "2021-01-01"); c.Actor != "actor:petru-vasile" {
		t.Errorf("Sylvanian foreign minister: %+v", c)
	}
}

func TestOwnCSV(t *testing.T) {
	res, rep := read(t, "people.csv", "name,country,kind,sectors,aliases,office,from,to\n"+
		"Marta Oduya,KEN,person,,M. Oduya|Marta A. Oduya,mayor,2019,\nLake Union,KEN,organisation,LAB,,,,\nshort,row\n")
	wantRefused(t, rep, "4: 2 columns instead of 8")
	tab := table(t, res)
	if hits := tab.Named("Marta A. Oduya"); len(hits) != 1 || hits[0].Actor.ID != "actor:marta-oduya" {
		t.Errorf("alias not found: %v", hits)
	}
	if got := tab.Code("Lake Union officials", "", "").String(); got != "KENLAB" {
		t.Errorf("Lake Union officials: %s", got)
	}
}

func TestOtherFilesAreRefused(t *testing.T) {
	for name, text := range map[string]string{
		"verbs.txt":   "--- WAVE [010] ---\n- * AT + [012]\n",
		"words.txt":   "MONTHS LATER\nYEARS LATER\n",
		"table.csv":   "a,b\n1,2\n",
		"broken.json": "{",
		"broken.yaml": "actors: [\n",
		"empty.csv":   "",
	} {
		if _, rep := read(t, name, text); rep.Imported != 0 {
			t.Errorf("%s: %d imported", name, rep.Imported)
		}
	}
}

func FuzzRead(f *testing.F) {
	f.Add("x.txt", "NAME_ [USAGOV >140608]\n+OTHER_\n")
	f.Add("x.csv", "position,person,personID,start,end\na,b,Q1,2001,\n")
	f.Add("x.yaml", "actors: [{name: A}]")
	f.Add("x.json", `[{"itemLabel":"A"}]`)
	f.Fuzz(func(t *testing.T, name, text string) {
		res, err := Read(name, strings.NewReader(text), Options{})
		if err != nil {
			t.Fatal(err)
		}
		if r := res.Reports[0]; r.Lines != r.Blank+r.Imported+len(r.Refused) {
			t.Errorf("%d lines, %d blank + %d imported + %d refused", r.Lines, r.Blank, r.Imported, len(r.Refused))
		}
	})
}
