package ref

import "slices"

// Membership is a state's time in an organisation or a format.
type Membership struct {
	Organisation string // actor ID
	Member       string // alpha-3 code; EUR or UNO where a body is a member
	From, To     string
}

func readMembers(s *Source) error {
	rows, err := readTable("members.tsv")
	if err != nil {
		return err
	}
	for _, r := range rows {
		s.Memberships = append(s.Memberships, Membership{
			Organisation: s.bodyID(r.get("organisation")), Member: r.get("member"), From: r.get("from"), To: r.get("to"),
		})
	}
	return nil
}

// Members lists the codes of an organisation's members on a day, sorted; an
// empty date means everyone who ever was. Nil for an organisation whose
// members are not in the table.
func (t *Table) Members(organisationID, date string) []string {
	var out []string
	for _, m := range t.members[organisationID] {
		if within(m.From, m.To, date) {
			out = append(out, m.Member)
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}
