package problem

// Secret is the problem of a file marked as a state secret, whichever reader
// finds the mark: such a file is never built into a site (DOMAIN §10).
func Secret(grade string, place Place) Problem {
	return Problem{
		Code: SecrecyMark, Severity: Error, Place: place,
		Message: "这份文件标有“" + grade + "★”，是涉密文件，不能放进网站。",
		Advice:  "请立即把它移出这个文件夹，并按保密规定处理。",
	}
}
