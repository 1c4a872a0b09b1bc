// Package publish writes the files of a website to a folder. It is the only
// room that writes to disk.
//
// In: the files, one after the other, as they are made. Out: the folder holds
// exactly them, or is as it was before. There is nothing in between: on any
// error, on Ctrl+C and on a kill the last good site stands.
//
//	site, err := publish.Begin(ctx, "public")
//	defer site.Abandon()
//	err = site.Put(ctx, publish.File{Path: "index.html", Body: page}) // from any goroutine
//	report, err := site.Finish(ctx, "jianbao", inputs)
//
// # How
//
// The new site is built in a folder of its own beside the old one, on the same
// file system, and takes its place with two renames:
//
//	.public.new-1234/owner.json   which run this belongs to
//	.public.new-1234/new/         the new site, until it is complete
//	.public.new-1234/old/         the old site, between the renames
//
// A file is written there as soon as it is put, so that a large site never
// stands in memory. Files that are the same as before are not written again but
// linked from the old folder, so they keep their time and a synchronising program
// leaves them alone; where there are no hard links (USB sticks) they are written
// with the old time. When every file is the same, nothing is touched at all: the
// new folder is made with the first file that is not. Renaming file by file was
// measured 20 times slower than a new folder.
//
// Between Begin and Finish people may work in the folder: Finish looks at it
// again, takes along what they put there, and refuses when what it was about to
// link has changed.
//
// What a killed run left behind is cleaned up by the next one; when it was
// killed between the two renames, the old site is put back first. Folders of a
// run that is still alive, or of another machine's, are left alone. Files are not
// synced one by one: after a power failure, build again.
//
// # Whose files
//
// A folder belongs to this program when it holds the manifest.json that
// [Site.Finish] writes. Any other folder that is not empty is refused, whatever it
// holds. Files that people put into a site's folder later are taken along to the
// new one, and named in the [Report]; the droppings of file managers
// (Thumbs.db, desktop.ini, .DS_Store) are not. A path that is a symbolic link
// is written where it leads.
//
// # Names
//
// A site is copied to Windows, to USB sticks and to web servers. So names are
// visible ASCII without the characters that Windows or an address refuse, no
// device names (con.html opens the console), no two that differ in case only.
//
// # Errors
//
// Every error is an [*Error], worded for the person at the desk; the command
// line ends with status 3. Messages follow the rules of package problem.
package publish
