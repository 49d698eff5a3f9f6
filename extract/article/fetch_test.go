package article

import (
	"context"
	"fmt"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
)

// fetchAll reads addresses without the pause between two requests.
func fetchAll(opts Options, addresses ...string) (articles []*Article, failures []string) {
	opts.Limits = DefaultLimits
	opts.Limits.Article = 1 << 20
	r := &reader{ctx: context.Background(), opts: opts, fetcher: newFetcher(opts.AllowPrivate)}
	r.fetcher.pause = 0
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
