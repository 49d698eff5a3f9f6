package graph

import (
	"bytes"
	"crypto/sha256"
	"encoding/gob"
	"encoding/hex"
	"encoding/json"
	"fmt"

	"github.com/cayleygraph/quad"
	"github.com/entente-kg/entente/graph/quadstore"
	"github.com/entente-kg/entente/schema"
)

// What is noted beside the quads so that actors can be joined without reading
// every article again; see [Store.Curate]. A kind is followed by the hash of
// what the note is about.
const (
	noteIndexed  = "indexed"   // what articles say of actors has been counted, but for the changed
	noteChanged  = "changed/"  // article: it came, changed or went; what was counted of it
	noteSaid     = "said/"     // actor: what is said of it, and how often
	noteMoved    = "moved/"    // actor: something new is said of it, or something no longer
	noteJoined   = "joined/"   // actor: what becomes of it, where it does not stay as it is
	notePending  = "pending/"  // article: it may have to be rewritten
	noteOriginal = "original/" // article that was rewritten: as it was extracted
	noteWithin   = "within/"   // actor, article: the one was rewritten for the sake of the other
	noteJournal  = "journal"   // the decisions that hold in the store
)

func noteOf(kind, about string) string {
	sum := sha256.Sum256([]byte(about))
	return kind + hex.EncodeToString(sum[:16])
}

func noteWithinOf(actor, article string) string {
	return noteOf(noteOf(noteWithin, actor)+"/", article)
}

// described is an actor as one article describes it.
type described struct {
	schema.Actor
	Known bool `json:"known,omitempty"`
}

// heldRole is a role of an actor as an article states it.
type heldRole struct{ Subject, Role, Object string }

// said is what one article, as it was extracted, says of actors.
type said struct {
	Actors []described `json:",omitempty"`
	Roles  []heldRole  `json:",omitempty"`
}

func saidBy(x *schema.Extraction) (s said) {
	for _, a := range x.Actors {
		s.Actors = append(s.Actors, described{a, a.Known})
	}
	for _, f := range x.Facts {
		if f.Relation == holdsRole {
			s.Roles = append(s.Roles, heldRole{f.Subject, f.Role, f.Object})
		}
	}
	return s
}

// holdsRole is the relation of the facts by which actors are joined.
const holdsRole = "holds-role"

// changedArticle is the text of a note about an article that has changed.
type changedArticle struct {
	Article quad.IRI // its label
	Said    said     // what was counted of it before
}

// noteChanged notes that an article comes, changes or goes, and forgets what it
// was before it was rewritten. What it said is kept until it is no longer counted.
func (p *plan) noteChanged(id string, old []quad.Quad) error {
	label := node(inArticle + id)
	key := noteOf(noteChanged, string(label))
	noted, err := p.view.Note(key)
	if err != nil || noted != nil && len(old) == 0 {
		return err
	}
	if len(old) == 0 {
		p.notes = append(p.notes, quadstore.Note{Key: key, Text: encodeJSON(changedArticle{Article: label})})
		return nil
	}
	var before schema.Extraction
	original := noteOf(noteOriginal, string(label))
	rewritten, err := p.view.Note(original)
	switch {
	case err != nil:
		return err
	case rewritten != nil:
		if err := decodeNote(rewritten, &before); err != nil {
			return err
		}
		p.notes = append(p.notes, quadstore.Note{Key: original})
		for _, a := range before.Actors {
			p.notes = append(p.notes, quadstore.Note{Key: noteWithinOf(a.ID, string(label))})
		}
	case noted == nil:
		if before, err = extractionOf(p.view, label); err != nil {
			return err
		}
	}
	if noted == nil {
		p.notes = append(p.notes, quadstore.Note{Key: key, Text: encodeJSON(changedArticle{label, saidBy(&before)})})
	}
	return nil
}

// originalOf is an article as it was extracted, if it was rewritten since.
func originalOf(v quadstore.View, label quad.Value) (x *schema.Extraction, err error) {
	iri, _ := label.(quad.IRI)
	note, err := v.Note(noteOf(noteOriginal, string(iri)))
	if err != nil || note == nil {
		return nil, err
	}
	x = &schema.Extraction{}
	return x, decodeNote(note, x)
}

// extracted is an article as it was extracted, and whether it was rewritten since.
func extracted(v quadstore.View, label quad.Value) (x schema.Extraction, rewritten bool, err error) {
	original, err := originalOf(v, label)
	if err != nil {
		return x, false, err
	}
	if original != nil {
		return *original, true, nil
	}
	x, err = extractionOf(v, label)
	return x, false, err
}

func encodeNote(value any) ([]byte, error) {
	var b bytes.Buffer
	err := gob.NewEncoder(&b).Encode(value)
	return b.Bytes(), err
}

func decodeNote(text []byte, value any) error {
	if err := gob.NewDecoder(bytes.NewReader(text)).Decode(value); err != nil {
		return fmt.Errorf("%w: a note: %w", errCorruptStore, err)
	}
	return nil
}

// encodeJSON is for what always can be: strings and numbers.
func encodeJSON(value any) []byte {
	text, _ := json.Marshal(value)
	return text
}

func decodeJSON(text []byte, value any) error {
	if err := json.Unmarshal(text, value); err != nil {
		return fmt.Errorf("%w: a note: %w", errCorruptStore, err)
	}
	return nil
}
