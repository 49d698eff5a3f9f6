package schema

import "testing"

func TestNameKeyJoinsSpellings(t *testing.T) {
	for _, c := range [][2]string{
		{"Volodymyr Zelenskyy", "Volodymyr Zelensky"},
		{"Volodymyr Zelenskiy", "Volodymyr Zelensky"},
		{"Sergei Lavrov", "Sergey Lavrov"},
		{"Muammar Gaddafi", "Moammar Qadhafi"},
		{"Muammar al-Gaddafi", "Muammar al Gadhafi"},
		{"Mohammed bin Salman", "Muhammad bin Salman"},
		{"Recep Tayyip Erdoğan", "Recep Tayyip Erdogan"},
		{"Mohammed Shia' al-Sudani", "Mohammed Shia al-Sudani"},
		{"Park Geun-hye", "Park Geun Hye"},
		{"Alexei Navalny", "Aleksey Navalny"},
		{"Dmitry Peskov", "Dmitri Peskov"},
		{"Mahmoud Abbas", "Mahmud Abbas"},
	} {
		if NameKey(c[0]) != NameKey(c[1]) {
			t.Errorf("%q folds to %q, %q to %q", c[0], NameKey(c[0]), c[1], NameKey(c[1]))
		}
	}
}

func TestNameKeyKeepsNamesApart(t *testing.T) {
	for _, c := range [][2]string{
		{"Kim Jong Il", "Kim Jong Un"},
		{"Juan Soto", "Juana Soto"},
		{"Hassan Rouhani", "Hussein Rouhani"},
		{"Lee Hsien Loong", "Lee Hsien Yang"},
		{"Marin", "Marino"},
		{"Ivan Petrov", "Ivana Petrova"},
	} {
		if NameKey(c[0]) == NameKey(c[1]) {
			t.Errorf("%q and %q both fold to %q", c[0], c[1], NameKey(c[0]))
		}
	}
}
