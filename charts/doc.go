// Package charts draws figures.
package charts
