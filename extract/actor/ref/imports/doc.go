// Package imports reads other people's actors: our own YAML and CSV, Wikidata
// query results, and the TABARI/PETRARCH actor and agent dictionaries.
//
// [Files] and [Read] tell the format by name and content, and give a
// [ref.Source] to build a table from together with the embedded one, and a
// [Report] a file: every line is blank or a comment, imported, or refused with
// its number and a reason. A bad line never stops the others.
//
//	ours      YAML: a list under actors: (name, kind, country, sectors, aliases, wikidata, offices) and agents:;
//	          CSV: a row a person and office, columns name, country, kind, sectors, aliases, wikidata, office, body, from, to
//	Wikidata  CSV with columns position, person, personID, start, end, or label, QID, position, start, end, and the names
//	          the query service gives (itemLabel, positionLabel …); JSON as the service returns or downloads it
//	TABARI    NAME_OF_ACTOR_ [CODE date], synonyms with +, dated codes on lines of their own, comments with # and ;
//	agents    TRAFFIC_WARDEN {TRAFFIC_WARDENS} [~COP], substitution sets !PERSON! = MAN, WOMAN
//
// A name or Wikidata item that is known already is not imported a second time:
// what the file says is added to the known actor. CAMEO codes are read into a
// country and PLOVER sectors; a part of a code that PLOVER has no word for is
// noted in the report, and the rest imported.
package imports
