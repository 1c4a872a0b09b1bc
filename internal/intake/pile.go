package intake

// pile gathers what many tables say without knowing how much is to come, and
// without copying what there is for more.
type pile[T any] [][]T

// room makes room for n more together.
func (p *pile[T]) room(n int) { *p = append(*p, make([]T, 0, n)) }

// add puts one into the room that was made last.
func (p *pile[T]) add(one T) {
	last := &(*p)[len(*p)-1]
	*last = append(*last, one)
}

func (p pile[T]) len() (n int) {
	for _, part := range p {
		n += len(part)
	}
	return n
}
