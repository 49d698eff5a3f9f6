package export

import (
	"errors"
	"strings"
	"testing"

	"github.com/entente-kg/entente/schema"
)

func TestPLOVERComesBack(t *testing.T) {
	data := string(write(t, "plover", sample("Hanna Lind"))["events.plover.jsonl"])
	var got []schema.Extraction
	for x, err := range ReadPLOVER(strings.NewReader(data)) {
		if err != nil {
			t.Fatal(err)
		}
		got = append(got, x)
	}
	if len(got) != 1 || len(got[0].Events) != 2 || len(got[0].Actors) != 4 {
		t.Fatalf("%d articles: %+v", len(got), got)
	}
	meeting, trip := got[0].Events[0], got[0].Events[1]
	if meeting.Root != "CONSULT" || meeting.Status != schema.Occurred || len(meeting.Actors) != 3 || meeting.Place.Name != "Lima" {
		t.Errorf("meeting: %+v", meeting)
	}
	if trip.Status != schema.Planned || trip.From != "2024-06-01" || trip.Recipients[0].ID != "place:lima" {
		t.Errorf("trip: %+v", trip)
	}
}

func TestBadPLOVERRecords(t *testing.T) {
	input := "{\"id\":\"1\"\n{\"id\":\"2\",\"event\":[\"PARTY\"],\"actor\":[{}]}\n\n{\"event\":[\"AID\"]}\n" +
		`{"id":"4","date":"2024-01-01","event":["AID"],"actor":[{"code":"PER","entity_text":"Peru"}],"cite_info":{"url":"https://example.org/"}}`
	var lines []int
	good := 0
	for _, err := range ReadPLOVER(strings.NewReader(input)) {
		var bad *RecordError
		if errors.As(err, &bad) {
			lines = append(lines, bad.Line)
		} else {
			good++
		}
	}
	if good != 1 || len(lines) != 3 || lines[0] != 1 || lines[1] != 2 || lines[2] != 4 {
		t.Errorf("%d good, bad lines %v", good, lines)
	}
}
