package nn

// cacheSlots is the number of words whose input layer a scratch remembers, a power
// of two: 2.4 MB at a width of 144. Three words in four of running news are there.
const cacheSlots = 4096

// cacheKey is a word of up to 15 bytes and its length.
type cacheKey [16]byte

// inputCache remembers what the input layer makes of a word, which depends on
// nothing but the word. A new word takes the slot of the one that was there.
type inputCache struct {
	keys []cacheKey
	rows []float32 // slot × dim
}

// keyOf returns the key of a word and its slot, or ok false if it is too long to remember.
func keyOf(word string) (key cacheKey, slot int, ok bool) {
	if len(word) == 0 || len(word) >= len(key) {
		return key, 0, false
	}
	copy(key[:], word)
	key[len(key)-1] = byte(len(word))
	h := uint32(2166136261)
	for i := range len(word) {
		h = (h ^ uint32(word[i])) * 16777619
	}
	return key, int((h ^ h>>15) % cacheSlots), true
}

// load copies the row of a word to x and reports whether it is there.
func (c *inputCache) load(word string, x []float32) bool {
	key, slot, ok := keyOf(word)
	if !ok || c.keys == nil || c.keys[slot] != key {
		return false
	}
	copy(x, c.rows[slot*len(x):])
	return true
}

// store remembers x, the row of a word.
func (c *inputCache) store(word string, x []float32) {
	key, slot, ok := keyOf(word)
	if !ok {
		return
	}
	if c.keys == nil {
		c.keys, c.rows = make([]cacheKey, cacheSlots), make([]float32, cacheSlots*len(x))
	}
	c.keys[slot] = key
	copy(c.rows[slot*len(x):], x)
}
