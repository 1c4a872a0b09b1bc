// Package minutes reads Markdown into meetings and action items.
//
// # What comes in and what goes out
//
// [Read] takes the folder of the minutes and returns a [Document] for each
// meeting, [ReadPages] the folder of the other texts and returns a [Page] each.
// Both parse once; [Text.HTML] renders later, as often as is wanted, when the
// numbers that a text calls have been computed. Nothing is written or printed:
// what is wrong is a list of problems.
//
// Only .md files are read, in UTF-8 or GB18030, up to 4 MB. A file marked 机密★ is
// refused, telephone and identity numbers are masked in all that comes out of
// here and reported (DOMAIN §10).
//
// # A file
//
//	---
//	date: 2026-10-22                     日期
//	title: 县安委会第10次全体会议纪要        标题; else the first # heading
//	number: 安委办〔2026〕10号             文号, 期号
//	period: 2026-09                      月份: the month that was reported on
//	chair: 张三                          主持
//	attendees: 县应急局、县住建局          出席; may be a YAML list, too
//	leave: 县水利局                      请假
//	observers: 县消防救援大队             列席
//	---
//
//	## 一、总体情况
//	全县整改率{{ 整改率 "全县" "2026-09" }}，**重大隐患**全部挂牌督办。
//
//	```图
//	整改率排名 "2026-09"
//	```
//
// Only date must be there; a page has title and order (顺序) instead. An unknown
// key is a warning; front matter that is not closed or no YAML, a key given
// twice, an alias are errors. The full-width colon of Chinese keyboards will do.
//
// Numbers that were typed all the same, in tables and in sentences with a
// percentage, are handed on to be proofread: [Text.Tables], [Text.Sentences].
//
// {{ }} calls a number, a block fenced with ```图 (图表, figure) a figure: a name,
// then arguments, bare or in quotes of any kind. What they mean is the
// [Resolver]'s affair. In `code` and behind \ they are text.
//
// # Markdown
//
// CommonMark with tables, task lists and footnotes, but: emphasis works beside
// Chinese punctuation (emphasisParser has the rules); lines join without a gap
// beside a Chinese character; indented lines, lines that begin with 一、 （一） 1、,
// and lines behind a long one that ends a sentence are paragraphs, as in text
// pasted from Word; ##标题 needs no space. HTML is shown as text, but for <br>;
// underlined headings, indented code, ~~ and automatic links are left out.
// Pictures show what they say. Headings begin at h2; their ids come from their
// words without the number, so that they stay when one is added above.
//
// # Action items
//
// (DOMAIN §6.) An item is a row of a table that has a column for what (议定事项,
// 事项, 任务 …) and one for who (责任单位, 牵头单位 …) or when (完成时限 …), also 配合单位,
// 进展情况, 延期至, 办结时间, 备注; or a list item or numbered paragraph in a section
// headed 议定事项, 决定事项, 交办事项, 工作安排 or 任务:
//
//  1. 排查老旧小区燃气管道。（责任单位：县住建局、县城管局；完成时限：11月20日）
//  2. 由县住建局牵头，县城管局、各乡镇配合，于11月20日前完成危房排查。
//  3. 加强值班值守。责任单位：各乡镇 完成时限：长期坚持 进展：按序时推进
//  4. [x] 印发方案（县安委办负责，10月25日前）
//
// The first becomes
//
//	{Number: 1, Text: 排查老旧小区燃气管道, Owners: [县住建局 县城管局], Deadline: 2026-11-20}
//
// A deadline without a year is the meeting's, or next year's if that lies more
// than six months before the meeting's month. 长期坚持 and the like are deadlines
// without a day, kept as the note. 按序时 is in hand, never closed out (DOMAIN §5).
// Sections headed 上次会议… are what earlier meetings decided, see Document.Earlier.
//
// # Libraries
//
// goldmark parses: MIT, no dependencies, compliant with CommonMark 0.31.2, a
// dozen releases from 1.7.14 to 1.8.7, and its constructs can be exchanged one by
// one, which emphasis and paragraphs here need; blackfriday's cannot. The
// rendering is ours, see writer. go.yaml.in/yaml/v3 reads front matter: MIT and
// Apache, no dependencies, kept by the YAML organisation, and it tells the line
// and column of every key, which decoding into a struct would lose.
package minutes
