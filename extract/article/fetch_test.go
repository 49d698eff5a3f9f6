package article

import (
	"bytes"
	"compress/gzip"
	"context"
	"errors"
	"fmt"
	"net"
	"net/http"
	"net/http/httptest"
	"strings"
	"syscall"
	"testing"
	"time"

	"golang.org/x/net/dns/dnsmessage"
)

// fetchAll reads addresses without the pause between two requests.
func fetchAll(opts Options, addresses ...string) (articles []*Article, failures []string) {
	opts.Limits = DefaultLimits
	opts.Limits.Article = 1 << 20
	r := &reader{ctx: context.Background(), opts: opts, fetcher: newFetcher(opts.AllowPrivate)}
	r.fetcher.pause, r.fetcher.client.Timeout = 0, time.Second
	r.yield = func(a *Article, err error) bool {
		if err != nil {
			failures = append(failures, err.Error())
		} else {
			articles = append(articles, a)
		}
		return true
	}
	for _, address := range addresses {
		r.path(address)
	}
	return articles, failures
}

func packed(t *testing.T, s string) string {
	t.Helper()
	var b bytes.Buffer
	w := gzip.NewWriter(&b)
	if _, err := w.Write([]byte(s)); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func newsServer(t *testing.T) *httptest.Server {
	t.Helper()
	page := "<!DOCTYPE html><html><head><title>Lind in Lima</title></head><body><article><h1>Lind in Lima</h1>" +
		strings.Repeat("<p>Lind met Vasile in Lima on Monday to talk about fishing rights and the border, a spokesman said.</p>", 5) + "</article></body></html>"
	mux := http.NewServeMux()
	serve := func(path, kind, body string) {
		mux.HandleFunc(path, func(w http.ResponseWriter, _ *http.Request) {
			w.Header().Set("Content-Type", kind)
			fmt.Fprint(w, body)
		})
	}
	server := httptest.NewServer(mux)
	t.Cleanup(server.Close)
	serve("/robots.txt", "text/plain", "User-agent: *\nDisallow: /private/\nAllow: /private/open\n")
	serve("/2022/01/18/lima", "text/html", page)
	serve("/private/a", "text/html", page)
	serve("/private/open", "text/html", page)
	serve("/huge", "text/html", page+strings.Repeat(" ", 2<<20))
	serve("/feed", "application/rss+xml", `<rss version="2.0"><channel><title>News</title><item><title>Lima</title><description>Lind met Berg.</description></item></channel></rss>`)
	serve("/sitemap.xml", "application/xml", `<?xml version="1.0"?><urlset><url><loc>`+server.URL+`/2022/01/18/lima</loc></url><url><loc>`+server.URL+`/none</loc></url></urlset>`)
	serve("/index.xml", "application/xml", `<sitemapindex><sitemap><loc>`+server.URL+`/sitemap.xml.gz</loc></sitemap></sitemapindex>`)
	serve("/loop.xml", "application/xml", `<sitemapindex><sitemap><loc>`+server.URL+`/loop.xml</loc></sitemap></sitemapindex>`)
	serve("/sitemap.xml.gz", "application/gzip", packed(t, `<urlset><url><loc>`+server.URL+`/2022/01/18/lima</loc></url></urlset>`))
	serve("/bomb", "text/html", "<html>"+strings.Repeat("<div>", 100_000))
	mux.Handle("/to-private", http.RedirectHandler("/private/a", http.StatusFound))
	mux.Handle("/to-file", http.RedirectHandler("file:///etc/passwd", http.StatusFound))
	mux.HandleFunc("/slow", func(w http.ResponseWriter, r *http.Request) { <-r.Context().Done() })
	mux.Handle("/moved", http.RedirectHandler("/2022/01/18/lima", http.StatusFound))
	mux.Handle("/loop", http.RedirectHandler("/loop", http.StatusFound))
	return server
}

func TestFetch(t *testing.T) {
	server := newsServer(t)
	for _, c := range []struct {
		path     string
		articles int
		failure  string
	}{
		{path: "/2022/01/18/lima", articles: 1},
		{path: "/moved", articles: 1},
		{path: "/feed", articles: 1},
		{path: "/private/open", articles: 1},
		{path: "/sitemap.xml", articles: 1, failure: "/none: cannot be fetched: the server answers 404"},
		{path: "/private/a", failure: "robots.txt of"},
		{path: "/huge", failure: "longer than the limit"},
		{path: "/loop", failure: "redirected more than 5 times"},
		{path: "/index.xml", articles: 1},
		{path: "/loop.xml", failure: "deeper than the limit of 2"},
		{path: "/bomb", failure: "nested deeper than the limit of 512"},
		{path: "/to-private", failure: "robots.txt of"},
		{path: "/to-file", failure: "redirected to file"},
		{path: "/slow", failure: "Client.Timeout exceeded"},
	} {
		articles, failures := fetchAll(Options{AllowPrivate: true}, server.URL+c.path)
		if len(articles) != c.articles || (c.failure == "") != (len(failures) == 0) || !strings.Contains(strings.Join(failures, "\n"), c.failure) {
			t.Errorf("%s: %d articles, failures %q", c.path, len(articles), failures)
		}
	}
	articles, _ := fetchAll(Options{AllowPrivate: true}, server.URL+"/2022/01/18/lima")
	if a := articles[0]; a.Published != "2022-01-18" || a.URL != server.URL+"/2022/01/18/lima" || !strings.Contains(a.Text, "Lind met Vasile") {
		t.Errorf("%+v", a)
	}
}

func TestFetchRefusesPrivateAddresses(t *testing.T) {
	server := newsServer(t)
	_, failures := fetchAll(Options{}, server.URL+"/2022/01/18/lima", "http://localhost:1/", "http://10.0.0.1/", "http://[::1]/", "http://169.254.169.254/latest")
	if len(failures) != 5 {
		t.Fatalf("failures %q", failures)
	}
	for _, f := range failures {
		if !strings.Contains(f, "is a private address") {
			t.Errorf("%s", f)
		}
	}
	for address, private := range map[string]bool{
		"8.8.8.8:80": false, "127.0.0.1:80": true, "192.168.1.1:80": true, "100.64.0.1:80": true, "0.0.0.0:80": true,
		"[::ffff:10.0.0.1]:80": true, "[fc00::1]:80": true, "[2001:4860:4860::8888]:80": false, "224.0.0.1:80": true,
	} {
		if err := refusePrivate(address); (err != nil) != private {
			t.Errorf("%s: %v", address, err)
		}
	}
}

// A public server that sends one on to a private address leads nowhere: the
// address is looked at with each connection.
func TestRedirectToPrivateAddress(t *testing.T) {
	inside := newsServer(t)
	outside := httptest.NewServer(http.RedirectHandler(inside.URL+"/2022/01/18/lima", http.StatusFound))
	defer outside.Close()
	f := fetcherTo(&net.Dialer{Control: func(_, address string, _ syscall.RawConn) error {
		if "http://"+address == outside.URL {
			return nil // stands for a public address
		}
		return refusePrivate(address)
	}})
	f.pause = 0
	_, _, err := f.get(context.Background(), outside.URL+"/", 1<<20)
	var private *PrivateAddressError
	if !errors.As(err, &private) {
		t.Errorf("error %v", err)
	}
}

// A name that is public when it is looked up first and private the next time
// (DNS rebinding) leads nowhere either.
func TestRebinding(t *testing.T) {
	inside := newsServer(t)
	_, port, err := net.SplitHostPort(strings.TrimPrefix(inside.URL, "http://"))
	if err != nil {
		t.Fatal(err)
	}
	asked := 0
	resolver := &net.Resolver{PreferGo: true, Dial: func(context.Context, string, string) (net.Conn, error) {
		ours, theirs := net.Pipe()
		go answer(theirs, func() [4]byte {
			if asked++; asked == 1 {
				return [4]byte{198, 41, 0, 4}
			}
			return [4]byte{127, 0, 0, 1}
		})
		return ours, nil
	}}
	connected := false
	f := fetcherTo(&net.Dialer{Resolver: resolver, Timeout: time.Second, Control: func(_, address string, _ syscall.RawConn) error {
		if strings.HasPrefix(address, "198.41.0.4:") {
			connected = true
			return errors.New("public, but not to be asked by a test")
		}
		return refusePrivate(address)
	}})
	f.pause = 0
	for range 2 {
		_, _, err = f.get(context.Background(), "http://rebind.example:"+port+"/2022/01/18/lima", 1<<20)
	}
	var private *PrivateAddressError
	if !connected || !errors.As(err, &private) {
		t.Errorf("public address tried: %v; then %v", connected, err)
	}
}

// answer is a name server on a stream that knows one address for all names.
func answer(conn net.Conn, address func() [4]byte) {
	defer conn.Close()
	buf := make([]byte, 2048)
	n, err := conn.Read(buf)
	if err != nil || n < 2 {
		return
	}
	var question dnsmessage.Message
	if question.Unpack(buf[2:n]) != nil && question.Unpack(buf[:n]) != nil {
		return
	}
	question.Response = true
	question.Additionals = nil
	if q := question.Questions[0]; q.Type == dnsmessage.TypeA {
		question.Answers = []dnsmessage.Resource{{
			Header: dnsmessage.ResourceHeader{Name: q.Name, Type: q.Type, Class: q.Class}, Body: &dnsmessage.AResource{A: address()},
		}}
	}
	data, err := question.Pack()
	if err != nil {
		return
	}
	_, _ = conn.Write(append([]byte{byte(len(data) >> 8), byte(len(data))}, data...)) // the test sees what is missing
}

func TestRobots(t *testing.T) {
	rules := parseRobots([]byte("User-agent: other\nDisallow: /\n\nUser-agent: *\nDisallow: /a\nAllow: /a/b\nDisallow: /*.pdf$\n"))
	for path, want := range map[string]bool{"/": true, "": true, "/a": false, "/a/c": false, "/a/b/c": true, "/x.pdf": false, "/x.pdf2": true} {
		if rules.allow(path) != want {
			t.Errorf("%q: allowed %v", path, !want)
		}
	}
	if !parseRobots(nil).allow("/a") || parseRobots([]byte("User-agent: entente\nDisallow: /\nUser-agent: *\nAllow: /")).allow("/a") {
		t.Error("no rules allow, our own rules go before those for all")
	}
}
