package ref

import (
	"slices"
	"strings"
	"testing"
)

// Each case: words ### what they name, as reading=ID (place in brackets), or nothing.
func TestMatch(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"U.S. officials", "abbreviation=actor:united-states (actor:united-states) adjective=actor:united-states ×1"},
		{"us officials", "nothing"},
		{"US officials", "abbreviation=actor:united-states (actor:united-states) adjective=actor:united-states ×1"},
		{"Russia denied", "name=actor:russia (actor:russia) ×1"},
		{"russia denied", "nothing"},
		{"Russian Foreign Ministry said", "name=actor:russian-foreign-ministry ×3"},
		{"Russian troops", "adjective=actor:russia ×1"},
		{"Russians said", "people=actor:russia ×1"},
		{"Spaniard", "citizen=actor:spain ×1"},
		{"Kyiv fell", "capital=actor:ukraine (place:kyiv) ×1"},
		{"Kiev fell", "capital=actor:ukraine (place:kyiv) ×1"},
		{"Kremlin said", "metonym=actor:russia (place:kremlin) ×1"},
		{"Elysee Palace", "metonym=actor:france (place:elysee-palace) ×2"},
		{"al - Qaida in the Arabian Peninsula", "name=actor:al-qaeda-in-the-arabian-peninsula ×7"},
		{"Côte d' Ivoire", "name=actor:ivory-coast (actor:ivory-coast) ×3"},
		{"Antony J. Blinken", "name=actor:antony-blinken ×3"},
		{"Recep Tayyip Erdoğan", "name=actor:recep-tayyip-erdogan ×3"},
		{"Lagos traffic", "city= (place:lagos) ×1"},
		{"the Hague", "capital=actor:netherlands (place:the-hague) ×2"},
		{"the hague", "nothing"},
		{"democratic republic", "nothing"},
		{"the EU", "nothing"},
		{"EU ministers", "abbreviation=actor:european-union ×1"},
		{"who said", "nothing"},
		{"WHO said", "abbreviation=actor:world-health-organization ×1"},
		{"who", "nothing"},
		{"Let us", "nothing"},
		{"LeT said", "name=actor:lashkar-e-taiba ×1"},
		{"South Pole", "region= (place:south-pole) ×2"},
	} {
		n, hits := Load().Match(strings.Fields(c.text), 0)
		if got := show(n, hits); got != c.want {
			t.Errorf("%s ### %s, want %s", c.text, got, c.want)
		}
	}
}

func show(n int, hits []Hit) string {
	if n == 0 {
		return "nothing"
	}
	var out []string
	for _, h := range hits {
		s := string(h.Reading) + "="
		if h.Actor != nil {
			s += h.Actor.ID
		}
		if h.Place != nil {
			s += " (" + h.Place.ID + ")"
		}
		out = append(out, s)
	}
	slices.Sort(out)
	return strings.Join(out, " ") + " ×" + string(rune('0'+n))
}

func TestHolder(t *testing.T) {
	for _, c := range []struct{ body, office, date, want string }{
		{"USA", "foreign-minister", "2022-01-18", "antony-blinken"},
		{"UKR", "president", "2022-01-18", "volodymyr-zelensky"},
		{"actor:united-nations", "secretary-general", "2003-02-05", "kofi-annan"},
		{"USA", "president", "2021-01-20", "donald-trump joe-biden"},
		{"USA", "monarch", "2021-01-20", ""},
	} {
		var got []string
		for _, x := range Load().Holder(c.body, c.office, c.date) {
			got = append(got, strings.TrimPrefix(x.PersonID, "actor:"))
		}
		if strings.Join(got, " ") != c.want {
			t.Errorf("%s %s on %s: %v, want %s", c.body, c.office, c.date, got, c.want)
		}
	}
}

// What a second source says of a known stay in office does not count twice;
// a stay it adds does.
func TestSourcesAddUp(t *testing.T) {
	s, err := Embedded()
	if err != nil {
		t.Fatal(err)
	}
	id := "actor:antony-blinken"
	more := &Source{Tenures: []Tenure{
		{PersonID: id, Body: "USA", Office: "foreign-minister", From: "2021-01", To: "2025"},
		{PersonID: id, Body: "USA", Office: "ambassador", From: "2030"},
	}}
	if got, want := len(Build(s, more).Tenures(id)), len(Build(s).Tenures(id))+1; got != want {
		t.Errorf("%d tenures, want %d", got, want)
	}
}

func TestMembers(t *testing.T) {
	for _, c := range []struct{ organisation, date, want string }{
		{"actor:transatlantic-quad", "2022-01-18", "DEU FRA GBR USA"},
		{"actor:quadrilateral-security-dialogue", "2022-01-18", "AUS IND JPN USA"},
		{"actor:brics", "2011-01-01", "BRA CHN IND RUS ZAF"},
		{"actor:alliance-of-sahel-states", "2020-01-01", ""},
		{"actor:hamas", "2020-01-01", ""},
	} {
		if got := strings.Join(Load().Members(c.organisation, c.date), " "); got != c.want {
			t.Errorf("%s on %s: %s, want %s", c.organisation, c.date, got, c.want)
		}
	}
	if n := len(Load().Members("actor:european-union", "2019-06-01")); n != 28 {
		t.Errorf("European Union of 2019: %d members, want 28", n)
	}
}

func TestOffice(t *testing.T) {
	for _, c := range []struct{ phrase, body, want string }{
		{"secretary of state", "", "foreign-minister [USA]"},
		{"the Secretary of State", "USA", "foreign-minister [USA]"},
		{"foreign secretary", "IND", "foreign-secretary [IND PAK BGD NPL LKA]"},
		{"Foreign Secretary", "GBR", "foreign-minister [GBR PHL MEX]"},
		{"chancellor", "DEU", "prime-minister [DEU AUT]"},
		{"chancellor", "GBR", "finance-minister [GBR]"},
		{"top diplomat", "CHN", "foreign-minister []"},
		{"national security advisor", "USA", "security-adviser []"},
		{"defense minister", "ISR", "defence-minister []"},
		{"secretary of state", "FRA", "none"},
		{"wizard", "", "none"},
	} {
		o, ok := Load().Office(c.phrase, c.body)
		got := o.Key + " [" + strings.Join(o.Bodies, " ") + "]"
		if !ok {
			got = "none"
		}
		if got != c.want {
			t.Errorf("Office(%q, %q) = %s, want %s", c.phrase, c.body, got, c.want)
		}
	}
}

func TestShortName(t *testing.T) {
	for _, c := range [][3]string{
		{"Antony Blinken", "USA", "Blinken"},
		{"Xi Jinping", "CHN", "Xi"},
		{"Carrie Lam", "HKG", "Lam"},
		{"Park Geun-hye", "KOR", "Park"},
		{"Alexander Van der Bellen", "AUT", "Van der Bellen"},
		{"Charles Q. Brown Jr.", "USA", "Brown"},
		{"Shinzo Abe", "JPN", "Abe"},
		{"Lula", "BRA", "Lula"},
	} {
		if got := ShortName(c[0], c[1]); got != c[2] {
			t.Errorf("ShortName(%q) = %q, want %q", c[0], got, c[2])
		}
	}
}
