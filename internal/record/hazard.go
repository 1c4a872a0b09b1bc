package record

import "jianbao/internal/problem"

// Hazard is one row of a ledger (隐患台账). A general hazard is counted, not
// filed: its texts are not kept, so that a ledger of a hundred thousand rows
// stays small and nothing of it can be published by mistake.
type Hazard struct {
	Area     int    // AllAreas when the row names none
	Sector   int    // AllSectors when not told apart
	Source   Source // who found it
	Major    bool
	FoundOn  Date
	Deadline Date // 整改期限; zero when none was written
	Extended Date // the later date of an approved extension (延期至), or zero
	DoneOn   Date // 整改完成日期, or zero
	Stage    Stage
	File     *HazardFile   // of a major hazard; nil for a general one
	Place    problem.Place // the row
}

// HazardFile is what 一患一档 keeps of a major hazard. Telephone and identity
// numbers in its texts are masked.
type HazardFile struct {
	ID          string // ASCII, used in addresses
	Number      string // 编号 as written; "" when it has none
	Enterprise  string // 单位(企业): whose hazard it is
	Where       string // 隐患部位
	Description string
	Sector      string // 行业领域 as written
	Inspector   string // 检查单位: the office, never the person
	AssignedOn  Date   // 交办时间
	Measures    string // 整改措施
	Owner       string // 整改责任单位
	Person      string // 整改责任人; whether it is shown is a setting
	Funds       Count  // 整改资金, in 元
	FundsNote   string // what stands there instead of an amount: 已落实
	Plan        string // 应急预案
	CheckedOn   Date   // 复查时间
	CheckedBy   string // 复查人; whether it is shown is a setting
	ClosedOn    Date   // 销号时间
	Supervision Supervision
	// DeadlineAt is the cell of the date that the hazard is due by.
	DeadlineAt problem.Place
}

// Supervision is listed supervision (挂牌督办).
type Supervision struct {
	Level    Level
	Issued   Date // 挂牌时间
	Deadline Date // 督办期限; zero: the hazard's own
	Delisted Date // 摘牌时间; zero while it is listed
}

// Level is who supervises.
type Level int

// The levels of 挂牌督办. SomeLevel: listed, and nobody wrote by whom.
const (
	NotSupervised Level = iota
	CountyLevel
	CityLevel
	ProvinceLevel
	SomeLevel
)

// String returns the term as printed, or "" for NotSupervised.
func (l Level) String() string {
	return [...]string{"", "县级", "市级", "省级", "已挂牌"}[l]
}

// Stage is the last step of 发现→交办→整改→复查→销号 that a hazard has taken.
type Stage int

// The steps of 闭环管理. Assigned: somebody has it to do, or a day to do it by.
const (
	StageFound Stage = iota
	StageAssigned
	StageDone
	StageChecked
	StageClosed
	NumStages
)

// String returns the term as printed.
func (s Stage) String() string {
	return [...]string{"发现", "交办", "整改", "复查", "销号"}[s]
}

// Waiting names what a hazard at this step waits for: 待交办, 待整改, 待复查,
// 待销号, and 已销号 when for nothing.
func (s Stage) Waiting() string {
	if s == StageClosed {
		return "已销号"
	}
	return "待" + (s + 1).String()
}

// Open reports whether the hazard is still to be put right.
func (h *Hazard) Open() bool { return h.Stage < StageDone }

// Listed reports whether it is under listed supervision.
func (h *Hazard) Listed() bool {
	return h.File != nil && h.File.Supervision.Level != NotSupervised && h.File.Supervision.Delisted.IsZero()
}

// DueBy is the day the hazard has to be put right by: an approved extension
// counts as the deadline, before it the deadline of the supervision. Zero when
// there is none.
func (h *Hazard) DueBy() Date {
	switch {
	case !h.Extended.IsZero():
		return h.Extended
	case h.Listed() && !h.File.Supervision.Deadline.IsZero():
		return h.File.Supervision.Deadline
	}
	return h.Deadline
}

// OverdueOn reports whether the hazard was open after the day it was due by;
// without a deadline it never is.
func (h *Hazard) OverdueOn(day Date) bool {
	due := h.DueBy()
	return h.Open() && !due.IsZero() && due.Compare(day) < 0
}

// Commitment is one of the five things fixed for a hazard (五落实).
type Commitment int

// 措施、责任、资金、时限、预案.
const (
	CommittedMeasures Commitment = iota
	CommittedOwner
	CommittedFunds
	CommittedDeadline
	CommittedPlan
	NumCommitments
)

// String returns the term as printed.
func (c Commitment) String() string {
	return [...]string{"措施", "责任", "资金", "时限", "预案"}[c]
}

// Commitments says which of the five are fixed. A written 0 of funds is an
// answer; a blank is none.
func (h *Hazard) Commitments() (fixed [NumCommitments]bool) {
	if f := h.File; f != nil {
		fixed = [NumCommitments]bool{
			CommittedMeasures: f.Measures != "", CommittedOwner: f.Owner != "" || f.Person != "",
			CommittedFunds: f.Funds.Known() || f.FundsNote != "", CommittedDeadline: !h.DueBy().IsZero(), CommittedPlan: f.Plan != "",
		}
	}
	return fixed
}
