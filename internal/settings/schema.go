package settings

// kind is the form in which a setting is written.
type kind int

const (
	textKind    kind = iota // one value: a word, a number, true or false
	mappingKind             // keys with a value each
	listKind                // lines that begin with "- "
)

// shape is what may be written under one key.
type shape struct {
	key   string
	kind  kind
	keys  []shape // of a mapping
	item  *shape  // of a list
	short string  // a mapping that may be written as one value: the key that the value stands for
}

// schema returns all that may stand in jianbao.yaml. The types it is decoded
// into are in raw.go; decoding fails loudly when the two differ.
func schema() shape {
	return mapping("",
		text("title"), text("office"), text("county"), text("whole"), text("demo"),
		text("output"), text("theme"),
		text("basis"), text("decimals"),
		mapping("targets", text("rectification"), text("major"), text("on_time"), text("coverage")),
		mapping("privacy", text("person")),
		list("areas", named(text("name"), text("id"), list("aliases", text("")), text("group"))),
		list("sectors", named(text("name"), text("id"), list("aliases", text("")))),
		mapping("ranking",
			text("by"),
			list("weights", mapping("", text("indicator"), text("weight"))),
			text("grouped"),
			mapping("small_base", text("below"), text("method")),
			text("veto"),
			list("bands", mapping("", text("name"), text("least"))),
		),
		mapping("print", text("color"), text("watermark"), list("copy_to", text("")), list("sections", text(""))),
		text("browser"), text("no_sandbox"),
	)
}

func text(key string) shape { return shape{key: key, kind: textKind} }

func mapping(key string, keys ...shape) shape { return shape{key: key, kind: mappingKind, keys: keys} }

func list(key string, item shape) shape { return shape{key: key, kind: listKind, item: &item} }

// named is a mapping that may be written as its name alone.
func named(keys ...shape) shape { return shape{kind: mappingKind, keys: keys, short: "name"} }

// find returns the shape under a key of the mapping s.
func (s shape) find(key string) (shape, bool) {
	for _, k := range s.keys {
		if k.key == key {
			return k, true
		}
	}
	return shape{}, false
}

// inList reports whether s, reached under the given label, is an item of a list.
func (s shape) inList(label string) bool { return s.key == "" && label != "" }

// names returns the keys of the mapping s in their order.
func (s shape) names() []string {
	names := make([]string, len(s.keys))
	for i, k := range s.keys {
		names[i] = k.key
	}
	return names
}

// allNames returns every key in s and below it.
func (s shape) allNames() []string {
	var names []string
	if s.key != "" {
		names = append(names, s.key)
	}
	for _, k := range s.keys {
		names = append(names, k.allNames()...)
	}
	if s.item != nil {
		names = append(names, s.item.allNames()...)
	}
	return names
}

// paths returns the path of every single value that is not in a list, for the
// environment and the flags: [ranking small_base below].
func (s shape) paths() [][]string {
	var paths [][]string
	for _, k := range s.keys {
		switch k.kind {
		case textKind:
			paths = append(paths, []string{k.key})
		case mappingKind:
			for _, p := range k.paths() {
				paths = append(paths, append([]string{k.key}, p...))
			}
		}
	}
	return paths
}
