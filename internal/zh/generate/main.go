// Generate writes readings.txt, the readings of Chinese characters, from the
// dictionary of go-pinyin:
//
//	go generate ./internal/zh
package main

import (
	"bytes"
	"fmt"
	"log"
	"maps"
	"os"
	"slices"

	"github.com/mozillazg/go-pinyin"
)

func main() {
	log.SetFlags(0)
	if err := os.WriteFile("readings.txt", readings(), 0o644); err != nil {
		log.Fatal(err)
	}
}

// readings are lines of ten bytes and a line end, in the order of the characters:
// the first reading without its tone, spaces, the character.
func readings() []byte {
	var b bytes.Buffer
	for _, code := range slices.Sorted(maps.Keys(pinyin.PinyinDict)) {
		char := string(rune(code))
		reading := pinyin.SinglePinyin(rune(code), pinyin.NewArgs())[0]
		fmt.Fprintf(&b, "%-*s%s\n", 10-len(char), reading, char)
	}
	return b.Bytes()
}
