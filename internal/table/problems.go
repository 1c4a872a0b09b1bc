package table

import (
	"bytes"
	"encoding/csv"
	"errors"
	"fmt"
	"path"
	"strings"
	"unicode/utf16"

	"jianbao/internal/problem"
	"jianbao/internal/zh"
)

const saveAsWorkbook = "请用 Excel 或 WPS 打开它，另存为 .xlsx 格式，再放进来。"

func unreadable(place problem.Place, message, advice string) problem.Problem {
	return problem.Problem{Code: problem.UnreadableFile, Severity: problem.Error, Place: place, Message: message, Advice: advice}
}

func cannotOpen(place problem.Place) problem.Problem {
	return unreadable(place, "文件打不开。", "请关闭正在使用它的 Excel 或 WPS，再试一次。")
}

func emptyFile(place problem.Place) problem.Problem {
	return unreadable(place, "文件里没有内容。", "请确认保存的是填好的文件，再放进来。")
}

func tooBig(place problem.Place, size uint64) problem.Problem {
	return unreadable(place, fmt.Sprintf("文件的内容有 %d MB，超过了 %d MB 的上限。", (size+1<<20-1)>>20, maxFile>>20),
		"请删去多余的工作表和图片，或者分成几个文件。")
}

func tooManyStyles(place problem.Place) problem.Problem {
	return unreadable(place, fmt.Sprintf("工作簿里的样式等附属内容超过了 %d MB 的上限。", maxIndex>>20),
		"请新建一个工作簿，只把数据粘贴过去，存为 .xlsx 格式，再放进来。")
}

func tooManyCells(place problem.Place) problem.Problem {
	return unreadable(place, fmt.Sprintf("单元格超过了 %d 万个的上限。", maxCells/10000), "请删去数据以外的行和列，或者分成几个文件。")
}

func tooWide(place problem.Place, columns int) problem.Problem {
	return unreadable(place, fmt.Sprintf("内容一直写到第 %d 列，超过了 %d 列的上限。", columns, maxColumns), "请删去数据以外的列，再保存。")
}

// oleFile tells a workbook with a password, which is wrapped in an OLE file,
// from the formats that were OLE files themselves.
func oleFile(place problem.Place, data []byte) problem.Problem {
	if bytes.Contains(data, utf16Bytes("EncryptedPackage")) {
		return unreadable(place, "工作簿设了打开密码，不能读取。", "请用 Excel 或 WPS 打开它，去掉密码，再保存。")
	}
	return unreadable(place, "这是旧格式的文件（.xls、.et），不能读取。", saveAsWorkbook)
}

func utf16Bytes(s string) []byte {
	var b []byte
	for _, u := range utf16.Encode([]rune(s)) {
		b = append(b, byte(u), byte(u>>8))
	}
	return b
}

func markupFile(place problem.Place) problem.Problem {
	return unreadable(place, "这是网页或 XML 格式的文件，不是工作簿，只是名字以"+problem.Quote(path.Ext(place.File))+"结尾。", saveAsWorkbook)
}

func textFile(place problem.Place) problem.Problem {
	return unreadable(place, "这不是工作簿，只是名字以"+problem.Quote(path.Ext(place.File))+"结尾。", saveAsWorkbook)
}

func wordFile(place problem.Place) problem.Problem {
	return unreadable(place, "这是 Word 文档或演示文稿，不是工作簿。", "请把其中的表格复制到工作簿里，存为 .xlsx 格式，再放进来。")
}

func archiveFile(place problem.Place) problem.Problem {
	return unreadable(place, "这是压缩包，里面没有工作簿的内容。", "请先解压，把里面的 .xlsx 或 .csv 文件放进来。")
}

func binaryWorkbook(place problem.Place) problem.Problem {
	return unreadable(place, "这是二进制格式的工作簿（.xlsb），不能读取。", saveAsWorkbook)
}

func damaged(place problem.Place) problem.Problem {
	return unreadable(place, "工作簿已损坏，不能完整读取。",
		"请用 Excel 或 WPS 打开它，修复后另存为 .xlsx 格式；打不开时，请向填报单位重新要一份。")
}

func date1904(place problem.Place) problem.Problem {
	return unreadable(place, "工作簿用的是“1904 日期系统”，其中的日期会差四年零一天。",
		"请在 Excel 选项的“高级”中取消“使用 1904 日期系统”，核对日期，再保存。")
}

func formulaWithoutResult(place problem.Place) problem.Problem {
	return problem.Problem{Code: problem.UnreadableNumber, Severity: problem.Error, Place: place,
		Message: "单元格里是公式，但文件没有保存公式的结果。", Advice: "请用 Excel 或 WPS 打开它，等公式算出结果，再保存。"}
}

func badText(place problem.Place, err error) problem.Problem {
	const advice = "请用 Excel 或 WPS 打开它，核对文字，另存为“CSV UTF-8（逗号分隔）”格式。"
	var e *zh.EncodingError
	if errors.As(err, &e) {
		return unreadable(place.At(e.Line, 0), err.Error()+"。", advice)
	}
	return unreadable(place, err.Error()+"，这不是文本文件。", saveAsWorkbook)
}

func badQuote(place problem.Place, text string, e *csv.ParseError) problem.Problem {
	if errors.Is(e.Err, csv.ErrQuote) && e.StartLine != e.Line || strings.Count(lineOf(text, e.StartLine), `"`) == 1 {
		return unreadable(place.At(e.StartLine, 0), "这一行有一个英文双引号没有配对，后面的内容都不能读取。", "请补上或者删去这个双引号，再保存。")
	}
	return unreadable(place.At(e.Line, 0), "这一行的英文双引号写得不对：带双引号的单元格，整个要用双引号括起来，里面的双引号要写两遍。",
		"请把文字里的英文双引号改成中文双引号，再保存。")
}

func lineOf(text string, number int) string {
	n := 0
	for l := range strings.Lines(text) {
		if n++; n == number {
			return l
		}
	}
	return ""
}

func ragged(place problem.Place, columns int, extra string) problem.Problem {
	return unreadable(place, fmt.Sprintf("表头只有 %d 列，这一行在表头以外还写着%s。", columns, problem.Quote(extra)),
		"请检查这一行有没有多余的逗号（数字里的千分位逗号也算），改正后再保存。")
}

func moreRagged(place problem.Place, more int) problem.Problem {
	return unreadable(place, fmt.Sprintf("从这一行起，还有 %d 行比表头长。", more), "请检查这些行有没有多余的逗号，改正后再保存。")
}

func sheetWithoutHeader(s *sheet) problem.Problem {
	p := noHeader(s)
	p.Severity = problem.Warning
	p.Message = "工作表里有数字，但没有找到表头，没有读取。"
	return p
}

func noHeader(s *sheet) problem.Problem {
	place := s.place
	message := "没有找到表头：前 20 行里，没有一行写着两个以上认得的列名。"
	for _, l := range s.lines[:min(len(s.lines), headRows)] {
		if names := l.filled(); len(names) >= 2 {
			place.Row = l.number
			message += fmt.Sprintf("这一行写的是%s和%s。", problem.Quote(l.at(names[0])), problem.Quote(l.at(names[1])))
			break
		}
	}
	return unreadable(place, message, "请在数据上面写一行列名，例如“地区”“隐患排查数”“隐患整改数”。")
}
