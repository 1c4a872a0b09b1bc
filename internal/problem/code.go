package problem

// Code names a kind of problem for scripts. Codes are kebab-case and never
// change their meaning; a code is taken out only with the check behind it.
type Code string

// Every code, in the order of the flow. DOMAIN rules are named by what they
// guard; the severity is the one each is reported with.
const (
	// Files.

	// UnreadableFile (error): not a table or text that can be read: an old
	// .xls/.doc, a password, a damaged or oversized workbook, unknown encoding; or
	// (warning) a ledger without a hazard.
	UnreadableFile Code = "unreadable-file"
	// UnknownFile (warning): a file that no stage reads, by its name or place.
	UnknownFile Code = "unknown-file"
	// EmptyContent (error): a content folder without statistics, minutes and
	// accidents, which would make an empty site.
	EmptyContent Code = "empty-content"
	// SecrecyMark (error): a file marked 绝密★ 机密★ 秘密★.
	SecrecyMark Code = "secrecy-mark"

	// Settings.

	// UnknownSetting (error): a key that jianbao.yaml, the environment or front
	// matter does not have. In front matter it is a warning.
	UnknownSetting Code = "unknown-setting"
	// BadSetting (error): a known key with a value that it cannot have.
	BadSetting Code = "bad-setting"

	// Tables.

	// UnknownColumn (warning): a column whose name is no synonym of a field; it is
	// still checked against its total and otherwise left out.
	UnknownColumn Code = "unknown-column"
	// MissingColumn (error): a table without the columns it cannot do without.
	MissingColumn Code = "missing-column"
	// UnreadableNumber (error): a cell of a count, rate, score or rank that is no number.
	UnreadableNumber Code = "unreadable-number"
	// UnreadableDate (error): a date or month that is none.
	UnreadableDate Code = "unreadable-date"

	// Records.

	// UnknownArea (error): an area not in the settings' list, nor an alias there.
	UnknownArea Code = "unknown-area"
	// UnknownSector (error): a sector not in the settings' list, nor an alias there.
	UnknownSector Code = "unknown-sector"
	// UnknownSource (error): a source that is none of 企业自查, 部门检查, 政府督查.
	UnknownSource Code = "unknown-source"
	// UnknownGrade (error): a grade of a hazard, or a level of supervision, that there is none of.
	UnknownGrade Code = "unknown-grade"
	// DuplicateHazard (error): a number of the ledger given to two hazards; or
	// (warning) two rows of a ledger that say the same.
	DuplicateHazard Code = "duplicate-hazard"
	// DatesOutOfOrder (warning): a hazard to be put right, or put right, before it was found.
	DatesOutOfOrder Code = "dates-out-of-order"
	// MissingCommitment (warning): a major hazard without one of the five commitments (五落实).
	MissingCommitment Code = "missing-commitment"
	// DuplicateReport (error): one area, month, sector and source given twice.
	DuplicateReport Code = "duplicate-report"
	// MissingReport (warning): an area that did not report for a month that others did.
	MissingReport Code = "missing-report"
	// MixedBasis (error): cumulative figures among monthly ones, or the other way round.
	MixedBasis Code = "mixed-basis"

	// Figures.

	// RateMismatch (error): a typed rate that its own counts contradict; or
	// (warning) one in a sentence.
	RateMismatch Code = "rate-mismatch"
	// RankMismatch (error): a typed rank that the typed scores or rates contradict.
	RankMismatch Code = "rank-mismatch"
	// PartsDifferFromTotal (error): a total that its parts do not add up to.
	PartsDifferFromTotal Code = "parts-differ-from-total"
	// RectifiedExceedsFound (warning): more put right than found in the same scope.
	RectifiedExceedsFound Code = "rectified-exceeds-found"
	// FigureDisagrees (warning): two figures for one thing that cannot both hold,
	// such as more listed in the plan than are open.
	FigureDisagrees Code = "figure-disagrees"

	// Minutes.

	// MissingDate (error): minutes without a date.
	MissingDate Code = "missing-date"
	// UnknownName (error): a computed number or figure called by a name, area or
	// month that there is none of.
	UnknownName Code = "unknown-name"
	// MonthWithoutFigures (warning): minutes that name a month to report on that
	// there are no statistics of.
	MonthWithoutFigures Code = "month-without-figures"
	// BrokenLink (error): a link in minutes or texts to a page that there is not.
	BrokenLink Code = "broken-link"
	// BadFrontMatter (error): front matter that is not closed or not YAML.
	BadFrontMatter Code = "bad-front-matter"
	// ActionWithoutOwner (warning): an action item nobody is responsible for.
	ActionWithoutOwner Code = "action-without-owner"
	// ActionWithoutDeadline (warning): an action item without a date to be done by.
	ActionWithoutDeadline Code = "action-without-deadline"
	// OverdueWithoutExtension (warning): an action item or a major hazard that was
	// past its deadline on the day of the latest meeting, not done and not extended.
	OverdueWithoutExtension Code = "overdue-without-extension"
	// PersonalData (warning): a telephone or identity number; it is masked on the site.
	PersonalData Code = "personal-data"
)
