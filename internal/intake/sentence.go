package intake

import (
	"strings"

	"jianbao/internal/record"
	"jianbao/internal/zh"
)

// SaidRates returns the rates that a sentence states right behind the two counts
// they are of: 全县排查隐患120项，已整改111项，整改率92.5%. Another figure between the
// three, or another subject (其中青石镇), and nothing is claimed: a sentence may
// count on what stands elsewhere.
func (n Names) SaidRates(sentence []record.TextFigure) (claims []record.RateClaim) {
	for i := 2; i < len(sentence); i++ {
		if c, ok := n.saidRate(&sentence[i-2], &sentence[i-1], &sentence[i]); ok {
			claims = append(claims, c)
		}
	}
	return claims
}

func (n Names) saidRate(of, part, rate *record.TextFigure) (c record.RateClaim, ok bool) {
	percent, isRate := zh.ParseNumber(rate.Text)
	name, f := n.saidName(rate.Words)
	if !isRate || !percent.Percent || percent.Units < 0 || f.role != rateRole || f.indicator == record.OnTimeRate {
		return c, false // of what was due, extensions are left out, which a sentence need not say
	}
	denominator, whole := n.saidSubject(of.Words)
	numerator, done := n.saidName(part.Words)
	c = record.RateClaim{
		Name: name, DenominatorName: denominator, NumeratorName: numerator,
		Typed: record.Typed{
			Text: rate.Text, Place: rate.Place, Written: true,
			Value: record.Decimal{Units: percent.Units, Decimals: percent.Decimals},
		},
	}
	var ofUnit, partUnit string
	c.Denominator, ofUnit = saidCount(of.Text)
	c.Numerator, partUnit = saidCount(part.Text)
	return c, c.Denominator.Known() && c.Numerator.Known() && ofUnit == partUnit && isRateOf(f.indicator, done, whole)
}

// isRateOf reports whether a rate is that of two counts. Of major hazards it is
// said without saying so again: 重大隐患3项，整改2项，整改率66.7%.
func isRateOf(rate record.Indicator, done, whole field) bool {
	if done.role != measureRole || whole.role != measureRole {
		return false
	}
	for _, i := range record.Indicators() {
		ofHazards := i == record.Rectification || i == record.General || i == record.Major
		if i.Denominator() == whole.measure {
			return (rate == i || ofHazards && rate == record.Rectification) &&
				(done.measure == i.Numerator() || ofHazards && done.measure == record.Rectified)
		}
	}
	return false
}

// saidCount reads a count with a unit that hazards and units are counted in.
func saidCount(text string) (c record.Count, unit string) {
	number, ok := zh.ParseNumber(text)
	if !ok || number.Percent || number.Decimals > 0 || number.Units < 0 || number.Units > most || !strings.Contains("项处个条起件家", number.Unit) {
		return record.Count{}, ""
	}
	return record.CountOf(number.Units), number.Unit
}

// saidSubject finds the name of a count at the end of words that first say whose
// it is: 全县排查隐患.
func (n Names) saidSubject(words string) (name string, f field) {
	for start := range words {
		if name, f = n.saidName(words[start:]); f.role == measureRole {
			return name, f
		}
	}
	return "", field{}
}

// saidName finds the name that words are, with a verb before or behind it and
// whatever does not tell hazards apart: 已整改, 整改率为, 排查各类安全隐患.
func (n Names) saidName(words string) (name string, f field) {
	words = strings.NewReplacer("各类", "", "安全生产", "", "安全", "", "事故隐患", "隐患").Replace(words)
	for _, before := range [...]string{"", "共", "已", "现已", "均已", "目前已", "累计", "实际", "总体"} {
		name, found := strings.CutPrefix(words, before)
		for _, behind := range [...]string{"", "为", "是", "达", "达到", "共", "共计", "了"} {
			name, foundBehind := strings.CutSuffix(name, behind)
			if f, _ := n.lookup(name); found && foundBehind && f.role != unknownRole {
				return foldName(name), f
			}
		}
	}
	return "", field{}
}

// SaidOfWhole returns what a sentence says of all areas together in a month that it
// names: 10月全县排查隐患1013项，整改966项，整改率95.4%. That ends with another
// subject or a word that is no figure's name, and does not begin where more than
// one month is named, or a span that no table has: 截至10月底.
func (n Names) SaidOfWhole(sentence []record.TextFigure, whole []string, on record.Date) (said []record.SaidFigure) {
	var month record.SaidFigure
	var kind record.Measure // of the hazards that it speaks of
	for i := range sentence {
		f := &sentence[i]
		words := f.Words
		if lead, rest, found := cutWhole(words, whole); found {
			month, words, kind = monthSaid(f.Since+lead, on), rest, record.Found
		}
		if month.Period.IsZero() {
			continue
		}
		name, is := n.saidName(words)
		value, ok := saidValue(f.Text, is.role)
		if !ok || strings.Contains(words, "累计") && !month.Cumulative {
			month.Period = record.Period{} // what follows is of something else
			continue
		}
		s := month
		s.Name, s.Text, s.Place, s.Value = name, f.Text, f.Place, value
		if s.IsRate = is.role == rateRole; s.IsRate {
			s.Indicator = rateOfKind(is.indicator, kind)
		} else {
			s.Measure, kind = countOfKind(is.measure, kind)
		}
		said = append(said, s)
	}
	return said
}

// cutWhole cuts words at the name of all areas together.
func cutWhole(words string, whole []string) (lead, rest string, found bool) {
	for _, name := range whole {
		if lead, rest, found = strings.Cut(words, name); found && name != "" {
			return lead, rest, true
		}
	}
	return "", "", false
}

// monthSaid is the month that the beginning of a sentence names; a zero period if
// it names none, several, or part of one.
func monthSaid(lead string, on record.Date) (s record.SaidFigure) {
	for _, word := range [...]string{"截", "底", "以来", "上年", "去年", "同期", "比", "较", "季度", "半年", "专项", "领域", "行业"} {
		if strings.Contains(lead, word) {
			return s
		}
	}
	months := zh.FindPeriods(lead, on.Year)
	if len(months) != 1 {
		return s
	}
	s.Period, _ = record.NewPeriod(months[0].Year, months[0].Month)
	if s.Cumulative = months[0].Cumulative; s.Period.Compare(on.Period()) > 0 {
		s.Period = s.Period.Add(-12) // 12月, said in January
	}
	return s
}

// saidValue reads a count or a rate in percent.
func saidValue(text string, role role) (record.Decimal, bool) {
	number, ok := zh.ParseNumber(text)
	switch role {
	case rateRole:
		return record.Decimal{Units: number.Units, Decimals: number.Decimals}, ok && number.Percent && number.Units >= 0
	case measureRole:
		c, _ := saidCount(text)
		return record.Decimal{Units: c.N()}, c.Known()
	}
	return record.Decimal{}, false
}

// countOfKind is what is counted where the sentence speaks of one kind of hazards:
// 重大隐患9项，整改7项.
func countOfKind(m, kind record.Measure) (of, now record.Measure) {
	switch {
	case m == record.Found || m == record.GeneralFound || m == record.MajorFound:
		return m, m
	case m == record.Rectified && kind == record.GeneralFound:
		return record.GeneralRectified, kind
	case m == record.Rectified && kind == record.MajorFound:
		return record.MajorRectified, kind
	}
	return m, kind
}

func rateOfKind(i record.Indicator, kind record.Measure) record.Indicator {
	switch {
	case i == record.Rectification && kind == record.GeneralFound:
		return record.General
	case i == record.Rectification && kind == record.MajorFound:
		return record.Major
	}
	return i
}
