package minutes

import (
	"jianbao/internal/problem"
	"jianbao/internal/record"
)

func readActions(t *Text, meeting record.Date) (items, earlier []record.ActionItem, problems []problem.Problem) {
	return nil, nil, nil
}
