package article

import (
	"bytes"
	"compress/gzip"
	"context"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/netip"
	"net/url"
	"strings"
	"syscall"
	"time"
)

// What a fetch may cost, and how polite it is.
const (
	fetchTime     = 30 * time.Second
	fetchPause    = time.Second // between two requests to one host
	maxRedirects  = 5
	maxSitemap    = 1000 // pages of one sitemap
	maxSitemaps   = 2    // an index of sitemaps, and those in it
	robotsLimit   = 512 << 10
	fetcherName   = "entente"
	fetchingAgent = fetcherName + " (news article reader; honours robots.txt)"
)

// fetcher gets pages politely: robots.txt is honoured, a host is asked at most
// once a second, and addresses of the private network are refused when the
// connection is made, so that neither a redirect nor a name that resolves to
// one leads there.
type fetcher struct {
	client *http.Client
	robots map[string]robots    // by scheme and host
	asked  map[string]time.Time // by host, when last
	pause  time.Duration
}

func newFetcher(allowPrivate bool) *fetcher {
	if allowPrivate {
		return fetcherTo(&net.Dialer{Timeout: fetchTime})
	}
	return fetcherTo(&net.Dialer{
		Timeout: fetchTime,
		Control: func(_, address string, _ syscall.RawConn) error { return refusePrivate(address) },
	})
}

// fetcherTo connects by a dialer. It uses no proxy, which would connect in its place.
func fetcherTo(dialer *net.Dialer) *fetcher {
	return &fetcher{
		client: &http.Client{
			Timeout:       fetchTime,
			Transport:     &http.Transport{DialContext: dialer.DialContext, MaxResponseHeaderBytes: 1 << 20},
			CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse },
		},
		robots: map[string]robots{}, asked: map[string]time.Time{}, pause: fetchPause,
	}
}

// PrivateAddressError refuses to connect to an address that is not public.
type PrivateAddressError struct{ Address string }

func (e *PrivateAddressError) Error() string {
	return fmt.Sprintf("%s is a private address (--allow-private connects to it all the same)", e.Address)
}

func refusePrivate(address string) error {
	addr, err := netip.ParseAddrPort(address)
	if err != nil {
		return err
	}
	ip := addr.Addr().Unmap()
	if !ip.IsGlobalUnicast() || ip.IsPrivate() || isShared(ip) {
		return &PrivateAddressError{ip.String()}
	}
	return nil
}

// isShared holds for addresses that look public and are not: those that
// providers share among customers, that are kept for tests and the future, and
// that translate to IPv4 ones (RFC 6890, 6052, 3056, 4380).
func isShared(ip netip.Addr) bool {
	for _, prefix := range [...]string{
		"0.0.0.0/8", "100.64.0.0/10", "192.0.0.0/24", "192.0.2.0/24", "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24", "240.0.0.0/4",
		"64:ff9b::/96", "64:ff9b:1::/48", "2001::/23", "2001:db8::/32", "2002::/16", "fec0::/10",
	} {
		if netip.MustParsePrefix(prefix).Contains(ip) {
			return true
		}
	}
	return false
}

func isAddress(path string) bool {
	return strings.HasPrefix(path, "http://") || strings.HasPrefix(path, "https://")
}

// fetch reads what stands at an address: a page, a feed, a sitemap, or any
// other format that a file may have.
func (r *reader) fetch(address string, depth int) {
	if r.fetcher == nil {
		r.fetcher = newFetcher(r.opts.AllowPrivate)
	}
	data, header, err := r.fetcher.get(r.ctx, address, r.opts.Limits.Article)
	if err != nil {
		r.failWith(address, fetchReason(err), err)
		return
	}
	kind := header.Get("Content-Type")
	in := &input{name: address, day: dayInName(address)}
	switch pages := sitemapPages(r.plainSitemap(data)); {
	case len(pages) > 0 && depth >= maxSitemaps:
		r.fail(address, fmt.Sprintf("sitemaps inside sitemaps, deeper than the limit of %d", maxSitemaps))
	case len(pages) > 0:
		for _, page := range pages[:min(len(pages), maxSitemap)] {
			if r.done() {
				return
			}
			r.fetch(page, depth+1)
		}
		if len(pages) > maxSitemap {
			r.fail(address, fmt.Sprintf("a sitemap of %d pages: those past the limit of %d were not fetched", len(pages), maxSitemap))
		}
	case strings.Contains(kind, "html"):
		r.page(in, data, address, kind, address)
	default:
		r.stream(bytes.NewReader(data), address, 0)
	}
}

// plainSitemap unpacks a sitemap that is packed; anything else it leaves as it is.
func (r *reader) plainSitemap(data []byte) []byte {
	if !isGzip(data, "") {
		return data
	}
	unpacked, err := gzip.NewReader(bytes.NewReader(data))
	if err != nil {
		return data
	}
	plain, err := io.ReadAll(io.LimitReader(unpacked, r.opts.Limits.Article))
	if err != nil {
		return data
	}
	return plain
}

// fetchReason is the cause without the address, which the message has already.
func fetchReason(err error) string {
	var private *PrivateAddressError
	if errors.As(err, &private) {
		return private.Error()
	}
	var wrapped *url.Error
	if errors.As(err, &wrapped) {
		err = wrapped.Err
	}
	return "cannot be fetched: " + oneLine(err.Error())
}

// get fetches an address, and those it redirects to, if the robots.txt of each
// host lets it.
func (f *fetcher) get(ctx context.Context, address string, limit int64) ([]byte, http.Header, error) {
	return f.follow(ctx, address, limit, f.permitted)
}

// follow goes where redirects lead, asking permitted before each step.
func (f *fetcher) follow(ctx context.Context, address string, limit int64, permitted func(context.Context, *url.URL) error) ([]byte, http.Header, error) {
	for range maxRedirects + 1 {
		u, err := url.Parse(address)
		switch {
		case err == nil && u.Scheme != "http" && u.Scheme != "https":
			return nil, nil, fmt.Errorf("redirected to %s", u.Scheme)
		case err != nil || u.Host == "":
			return nil, nil, errors.New("not an address")
		}
		if err := permitted(ctx, u); err != nil {
			return nil, nil, err
		}
		data, header, next, err := f.request(ctx, u, limit)
		if err != nil || next == "" {
			return data, header, err
		}
		address = next
	}
	return nil, nil, fmt.Errorf("redirected more than %d times", maxRedirects)
}

// permitted asks the robots.txt of a host, which is fetched once.
func (f *fetcher) permitted(ctx context.Context, u *url.URL) error {
	host := u.Scheme + "://" + u.Host
	rules, known := f.robots[host]
	if !known {
		free := func(context.Context, *url.URL) error { return nil }
		data, _, err := f.follow(ctx, host+"/robots.txt", robotsLimit, free)
		var private *PrivateAddressError
		if errors.As(err, &private) {
			return err
		}
		rules = parseRobots(data) // none when there is no such file
		f.robots[host] = rules
	}
	if !rules.allow(u.EscapedPath()) {
		return fmt.Errorf("robots.txt of %s forbids it", u.Host)
	}
	return nil
}

// request fetches one address; next is where a redirect leads.
func (f *fetcher) request(ctx context.Context, u *url.URL, limit int64) (data []byte, header http.Header, next string, err error) {
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, u.String(), nil)
	if err != nil {
		return nil, nil, "", err
	}
	req.Header.Set("User-Agent", fetchingAgent)
	f.wait(ctx, u.Host)
	res, err := f.client.Do(req)
	if err != nil {
		return nil, nil, "", err
	}
	defer res.Body.Close()
	if to, err := res.Location(); err == nil && res.StatusCode/100 == 3 {
		return nil, nil, to.String(), nil
	}
	if res.StatusCode != http.StatusOK {
		return nil, nil, "", fmt.Errorf("the server answers %s", res.Status)
	}
	data, err = io.ReadAll(io.LimitReader(res.Body, limit+1))
	switch {
	case err != nil:
		return nil, nil, "", err
	case int64(len(data)) > limit:
		return nil, nil, "", errors.New(tooLong(limit))
	}
	return data, res.Header, "", nil
}

// wait lets a host rest between two requests.
func (f *fetcher) wait(ctx context.Context, host string) {
	rest := f.pause - time.Since(f.asked[host])
	if !f.asked[host].IsZero() && rest > 0 {
		select {
		case <-time.After(rest):
		case <-ctx.Done():
		}
	}
	f.asked[host] = time.Now()
}

// sitemapPages are the addresses in a sitemap, or the sitemaps in an index of
// them; nil when data is neither.
func sitemapPages(data []byte) (pages []string) {
	start := xmlStart(data)
	if !bytes.Contains(start, []byte("<urlset")) && !bytes.Contains(start, []byte("<sitemapindex")) {
		return nil
	}
	var sitemap struct {
		Pages []string `xml:"url>loc"`
		Maps  []string `xml:"sitemap>loc"`
	}
	if err := xml.Unmarshal(data, &sitemap); err != nil {
		return nil
	}
	for _, page := range append(sitemap.Pages, sitemap.Maps...) {
		pages = append(pages, strings.TrimSpace(page))
	}
	return pages
}
