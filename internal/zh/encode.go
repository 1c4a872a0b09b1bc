package zh

import "golang.org/x/text/encoding/simplifiedchinese"

// EncodeGB18030 returns the bytes that [Decode] reads back as s: the encoding in
// which Chinese Excel and WPS save a CSV file. GB18030 has every character; the
// error is for text that is not valid UTF-8.
func EncodeGB18030(s string) ([]byte, error) {
	return simplifiedchinese.GB18030.NewEncoder().Bytes([]byte(s))
}
