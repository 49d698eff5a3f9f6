// Package pgtest gives tests a PostgreSQL database each.
package pgtest

import (
	"context"
	"fmt"
	"net/url"
	"os"
	"strings"
	"sync/atomic"
	"testing"

	"github.com/jackc/pgx/v5"
)

// Variable names the server the tests may use: a URL like
// postgres://postgres@localhost:5432/postgres of a user who may create
// databases. Without it the tests on PostgreSQL are skipped.
const Variable = "ENTENTE_TEST_POSTGRES"

// Required names the variable that turns a skipped test into a failed one, where
// everything the tests can use was installed.
const Required = "ENTENTE_REQUIRE_ALL"

// Available reports whether the tests on PostgreSQL run: where there is a
// server, and where there must be one.
func Available() bool { return os.Getenv(Variable) != "" || os.Getenv(Required) != "" }

var counter atomic.Int64

// Database makes an empty database and returns its URL; it goes with the test.
func Database(t testing.TB) string {
	t.Helper()
	server := os.Getenv(Variable)
	if server == "" && os.Getenv(Required) != "" {
		t.Fatal(Required + " is set, and " + Variable + " names no server")
	}
	if server == "" {
		t.Skip("set " + Variable + " to the URL of a PostgreSQL server to run this")
	}
	name := fmt.Sprintf("entente_test_%d_%d", os.Getpid(), counter.Add(1))
	run(t, server, "CREATE DATABASE "+name)
	t.Cleanup(func() { run(t, server, "DROP DATABASE IF EXISTS "+name+" WITH (FORCE)") })
	u, err := url.Parse(server)
	if err != nil {
		t.Fatal(err)
	}
	u.Path = "/" + name
	if !strings.Contains(u.RawQuery, "sslmode") {
		u.RawQuery = "sslmode=disable"
	}
	return u.String()
}

func run(t testing.TB, server, sql string) {
	t.Helper()
	ctx := context.Background()
	conn, err := pgx.Connect(ctx, server)
	if err != nil {
		t.Fatal(err)
	}
	defer conn.Close(ctx)
	if _, err := conn.Exec(ctx, sql); err != nil {
		t.Fatal(err)
	}
}
