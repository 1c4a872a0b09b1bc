package zh

import "testing"

// The short way for plain numbers reads what the way for all others does.
func TestPlainNumbersAreReadAsAllOthersAre(t *testing.T) {
	plain := 0
	try := func(s string) {
		got, ok := parsePlain(s)
		if !ok {
			return
		}
		plain++
		if want, also := parseWritten(s); !also || got != want {
			t.Errorf("%q is %+v, want %+v %v", s, got, want, also)
		}
	}
	var spell func(s string, more int)
	spell = func(s string, more int) {
		try(s)
		for i := 0; more > 0 && i < len("0579.%,-+e "); i++ {
			spell(s+"0579.%,-+e "[i:i+1], more-1)
		}
	}
	spell("", 5)
	for _, s := range []string{"999999999999999", "99999999999999.9", "0.99999999999995", "000000000000.05%", "00000000000000000001", "9999999999999999"} {
		try(s)
	}
	if plain < 1000 {
		t.Errorf("%d numbers were plain", plain)
	}
}
