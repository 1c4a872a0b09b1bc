// Package minutes reads Markdown into meetings and action items.
//
// # What comes in and what goes out
//
// [Read] takes the folder of the minutes and returns a [Document] for each
// meeting, [ReadPages] the folder of the other texts and returns a [Page] each.
// Both parse once; [Text.HTML] renders later, when the numbers that a text
// calls have been computed, as often as is wanted. Nothing is written and
// nothing printed: what is wrong is a list of problems.
//
// # A file
//
//	---
//	date: 2026-10-22                     日期
//	title: 县安委会第10次全体会议纪要        标题
//	number: 安委办〔2026〕10号             文号, 期号
//	period: 2026-09                      月份: the month that was reported on
//	chair: 张三                          主持
//	attendees: 县应急局、县住建局          出席 (a list may be a YAML list, too)
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
//	## 二、议定事项
//	1. 排查老旧小区燃气管道。（责任单位：县住建局；完成时限：11月20日）
//
// Only date must be there. An unknown key is a warning; what is not closed, no
// YAML, given twice or holds an alias is an error.
package minutes
