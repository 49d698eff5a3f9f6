// Command capture saves a page as Chromium does, as one MHTML file: capture ADDRESS PROXY FILE.
package main

import (
	"context"
	"log"
	"os"

	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"
)

func main() {
	options := append(chromedp.DefaultExecAllocatorOptions[:], chromedp.ExecPath("/usr/bin/chromium"), chromedp.NoSandbox, chromedp.ProxyServer(os.Args[2]))
	ctx, cancel := chromedp.NewExecAllocator(context.Background(), options...)
	defer cancel()
	ctx, cancel = chromedp.NewContext(ctx)
	defer cancel()
	if err := chromedp.Do(ctx, chromedp.Navigate(os.Args[1])); err != nil {
		log.Fatal(err)
	}
	snapshot, err := chromedp.Call(ctx, page.CaptureSnapshot, page.CaptureSnapshotParams{})
	if err != nil {
		log.Fatal(err)
	}
	if err := os.WriteFile(os.Args[3], []byte(snapshot.Data), 0o644); err != nil {
		log.Fatal(err)
	}
}
