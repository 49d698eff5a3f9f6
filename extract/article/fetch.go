package article

import (
	"bytes"
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
	dialer := &net.Dialer{Timeout: fetchTime}
	if !allowPrivate {
		dialer.Control = func(_, address string, _ syscall.RawConn) error { return refusePrivate(address) }
	}
	return &fetcher{
		client: &http.Client{
			Timeout:       fetchTime,
			Transport:     &http.Transport{DialContext: dialer.DialContext, MaxResponseHeaderBytes: 1 << 20},
			CheckRedirect: checkRedirect,
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

// isShared holds for addresses that providers share among customers (RFC 6598)
// and that translate to IPv4 ones (RFC 6052).
func isShared(ip netip.Addr) bool {
	return netip.MustParsePrefix("100.64.0.0/10").Contains(ip) || netip.MustParsePrefix("64:ff9b::/96").Contains(ip)
}

func checkRedirect(req *http.Request, via []*http.Request) error {
	if len(via) >= maxRedirects {
		return fmt.Errorf("redirected more than %d times", maxRedirects)
	}
	if req.URL.Scheme != "http" && req.URL.Scheme != "https" {
		return fmt.Errorf("redirected to %s", req.URL.Scheme)
	}
	return nil
}

func isAddress(path string) bool {
	return strings.HasPrefix(path, "http://") || strings.HasPrefix(path, "https://")
}

// fetch reads what stands at an address: a page, a feed, a sitemap, or any
// other format that a file may have.
func (r *reader) fetch(address string, inSitemap bool) {
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
	switch pages := sitemapPages(data); {
	case len(pages) > 0 && inSitemap:
		r.fail(address, "a sitemap inside a sitemap")
	case len(pages) > 0:
		for _, page := range pages[:min(len(pages), maxSitemap)] {
			if r.done() {
				return
			}
			r.fetch(page, true)
		}
	case strings.Contains(kind, "html"):
		r.page(in, data, address, kind, address)
	default:
		r.stream(bytes.NewReader(data), address, 0)
	}
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

// get fetches an address if its host's robots.txt lets it.
func (f *fetcher) get(ctx context.Context, address string, limit int64) ([]byte, http.Header, error) {
	u, err := url.Parse(address)
	if err != nil || u.Host == "" {
		return nil, nil, fmt.Errorf("not an address")
	}
	rules, known := f.robots[u.Scheme+u.Host]
	if !known {
		data, _, err := f.request(ctx, u.Scheme+"://"+u.Host+"/robots.txt", robotsLimit)
		var private *PrivateAddressError
		if errors.As(err, &private) {
			return nil, nil, err
		}
		rules = parseRobots(data) // none when there is no such file
		f.robots[u.Scheme+u.Host] = rules
	}
	if !rules.allow(u.EscapedPath()) {
		return nil, nil, fmt.Errorf("robots.txt of %s forbids it", u.Host)
	}
	return f.request(ctx, address, limit)
}

func (f *fetcher) request(ctx context.Context, address string, limit int64) ([]byte, http.Header, error) {
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, address, nil)
	if err != nil {
		return nil, nil, err
	}
	req.Header.Set("User-Agent", fetchingAgent)
	f.wait(ctx, req.URL.Host)
	res, err := f.client.Do(req)
	if err != nil {
		return nil, nil, err
	}
	defer res.Body.Close()
	if res.StatusCode != http.StatusOK {
		return nil, nil, fmt.Errorf("the server answers %s", res.Status)
	}
	data, err := io.ReadAll(io.LimitReader(res.Body, limit+1))
	switch {
	case err != nil:
		return nil, nil, err
	case int64(len(data)) > limit:
		return nil, nil, errors.New(tooLong(limit))
	}
	return data, res.Header, nil
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

// sitemapPages are the addresses in a sitemap, nil when data is none.
func sitemapPages(data []byte) []string {
	if !bytes.Contains(xmlStart(data), []byte("<urlset")) {
		return nil
	}
	var sitemap struct {
		Pages []string `xml:"url>loc"`
	}
	if err := xml.Unmarshal(data, &sitemap); err != nil {
		return nil
	}
	for i, page := range sitemap.Pages {
		sitemap.Pages[i] = strings.TrimSpace(page)
	}
	return sitemap.Pages
}
