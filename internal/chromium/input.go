package chromium

import (
	"fmt"
	"strings"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

// keys are the keys that have a name and no character.
var keys = map[string]string{
	"Tab": kb.Tab, "Enter": kb.Enter, "Escape": kb.Escape, "Space": " ", "Backspace": kb.Backspace,
	"ArrowUp": kb.ArrowUp, "ArrowDown": kb.ArrowDown, "ArrowLeft": kb.ArrowLeft, "ArrowRight": kb.ArrowRight,
	"Home": kb.Home, "End": kb.End, "PageUp": kb.PageUp, "PageDown": kb.PageDown,
}

// Click clicks in the middle of the first element that a CSS selector finds;
// it waits for the element to be visible and scrolls to it.
func (t *Tab) Click(selector string) error {
	if err := t.do(chromedp.Click(chromedp.CSS(selector), chromedp.NodeVisible)); err != nil {
		return fmt.Errorf("chromium: clicking %s: %w", selector, err)
	}
	return nil
}

// Type types a text where the focus is.
func (t *Tab) Type(text string) error { return t.do(chromedp.KeyEvent(text)) }

// Press presses a key by the name it has in the page's events, such as "Tab",
// "Enter", "Escape" or "ArrowDown", or "Shift+Tab".
func (t *Tab) Press(name string) error {
	plain, shifted := strings.CutPrefix(name, "Shift+")
	key, known := keys[plain]
	if !known {
		return fmt.Errorf("chromium: no key %q", name)
	}
	if shifted {
		return t.do(chromedp.KeyEvent(key, chromedp.KeyModifiers(chromedp.ModifierShift)))
	}
	return t.do(chromedp.KeyEvent(key))
}
