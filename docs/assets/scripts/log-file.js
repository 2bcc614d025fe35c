/* The log as a file: JSON, and CSV for spreadsheets. What one writes, the other gives back unchanged. */
var logFile = (function () {
  "use strict";

  var FORMAT = "ripple-log";
  var VERSION = 1;
  var LARGEST = 50 * 1000 * 1000; // bytes; a full log of the longest entries is smaller
  var COLUMNS = logEntries.FIELDS.concat("version");
  var BOM = "\ufeff"; // tells spreadsheets that the letters are UTF-8
  // What a spreadsheet could run as a formula, and the sign that stops it.
  var RISKY = /^[=+\-@\t\r＝＋－＠']/;
  var STOPPED = /^'(?=[=+\-@\t\r＝＋－＠'])/;

  var refuse = logEntries.refuse;

  function refuseNewer(version) {
    refuse("it is from a newer Ripple (its version is " + version + "), and this page reads version " + VERSION + ". Open it with a newer copy of this page.");
  }

  /* The values of entries as entries. `where` names one in a message, such as "row 3". */
  function entriesFrom(list, where) {
    if (list.length > logEntries.MOST) {
      refuse("it holds " + list.length.toLocaleString("en") + " entries, and a log holds " + logEntries.MOST.toLocaleString("en") + " at most.");
    }
    var times = {}; // how often the same words came without an id
    return list.map(function (values, index) {
      var entry;
      try {
        entry = logEntries.entryFrom(values);
      } catch (error) {
        if (error.refused) refuse(where(index) + ": " + error.message);
        throw error;
      }
      if (!entry.id) {
        var first = logEntries.idFrom(entry, 0);
        times[first] = (times[first] || 0) + 1;
        entry.id = logEntries.idFrom(entry, times[first] - 1);
      }
      return entry;
    });
  }

  function isRecord(value) { return Boolean(value) && typeof value === "object" && !Array.isArray(value); }

  /* JSON: one entry on each line. */

  function writeJson(entries) {
    var lines = entries.map(function (entry) { return JSON.stringify(logEntries.entryOf(entry)); });
    return "{\n\"format\": \"" + FORMAT + "\",\n\"version\": " + VERSION + ",\n\"entries\": [\n" + lines.join(",\n") + "\n]\n}\n";
  }

  function readJson(text) {
    var whole;
    try {
      whole = JSON.parse(text);
    } catch (error) {
      refuse("it is broken, or no JSON at all.");
    }
    if (!isRecord(whole) || whole.format !== FORMAT) refuse("it is no log of Ripple: the word “" + FORMAT + "” is missing in it.");
    if (Number.isInteger(whole.version) && whole.version > VERSION) refuseNewer(whole.version);
    if (whole.version !== VERSION || !Array.isArray(whole.entries)) refuse("it is no whole log of Ripple: its version or its entries are missing.");
    return entriesFrom(whole.entries.map(function (values, index) {
      return isRecord(values) ? values : refuse("entry " + (index + 1) + ": it is not made of fields.");
    }), function (index) { return "entry " + (index + 1); });
  }

  /* CSV as RFC 4180 has it. */

  function writeCell(value) {
    var text = (RISKY.test(value) ? "'" : "") + value;
    return /[",\r\n]/.test(text) ? "\"" + text.replace(/"/g, "\"\"") + "\"" : text;
  }

  function writeCsv(entries) {
    var rows = entries.map(function (entry) {
      return logEntries.FIELDS.map(function (field) { return writeCell(entry[field]); }).concat(VERSION).join(",");
    });
    return BOM + [COLUMNS.join(",")].concat(rows).join("\r\n") + "\r\n";
  }

  /* The rows that are not empty, each with its number as a spreadsheet counts. */
  function rowsOf(text) {
    var plain = /[^",\r\n]*/y;
    var end = /,|\r\n|\n|\r|$/y;
    var rows = [];
    var row = { number: 1, cells: [] };
    var at = 0;

    function refuseQuote() { refuse("row " + row.number + ": a quotation mark (\") has no partner, or stands in the wrong place."); }

    function quotedCell() {
      var close = text.indexOf("\"", at + 1);
      while (close >= 0 && text[close + 1] === "\"") close = text.indexOf("\"", close + 2); // two stand for one
      if (close < 0) refuseQuote();
      var cell = text.slice(at + 1, close).replace(/""/g, "\"");
      at = close + 1;
      return cell;
    }

    function plainCell() {
      plain.lastIndex = at;
      var cell = plain.exec(text)[0];
      at += cell.length;
      return cell;
    }

    while (at < text.length || row.cells.length) {
      row.cells.push((text[at] === "\"" ? quotedCell() : plainCell()).replace(STOPPED, ""));
      end.lastIndex = at;
      var found = end.exec(text);
      if (!found) refuseQuote();
      at += found[0].length;
      if (found[0] === ",") continue;
      if (row.cells.some(Boolean)) rows.push(row);
      row = { number: row.number + 1, cells: [] };
    }
    return rows;
  }

  function checkColumns(names) {
    names.forEach(function (name, position) {
      if (COLUMNS.indexOf(name) < 0) refuse("row 1: there is a column " + logEntries.shown(name) + " that is not known here. Known are: " + COLUMNS.join(", ") + ".");
      if (names.indexOf(name) < position) refuse("row 1: the column " + logEntries.shown(name) + " is there twice.");
    });
    ["date", "what", "whom"].forEach(function (name) {
      if (names.indexOf(name) < 0) refuse("row 1: the column “" + name + "” is missing.");
    });
  }

  function readCsv(text) {
    var rows = rowsOf(text.replace(BOM, ""));
    var names = rows.length ? rows.shift().cells : [];
    var at = names.indexOf("version");
    function version(row) { return at < 0 || !row.cells[at] ? String(VERSION) : row.cells[at]; }
    rows.forEach(function (row) {
      if (/^\d+$/.test(version(row)) && Number(version(row)) > VERSION) refuseNewer(version(row));
    });
    checkColumns(names);
    var list = rows.map(function (row) {
      var where = "row " + row.number + ": ";
      if (row.cells.length !== names.length) refuse(where + "it has " + row.cells.length + " cells, and row 1 has " + names.length + ".");
      if (version(row) !== String(VERSION)) refuse(where + "version is " + logEntries.shown(version(row)) + ", and has to be " + VERSION + ".");
      var values = {};
      names.forEach(function (name, position) { if (name !== "version") values[name] = row.cells[position]; });
      return values;
    });
    return entriesFrom(list, function (index) { return "row " + rows[index].number; });
  }

  /* Any file a reader picks. */

  function kindOf(name) {
    var found = /\.(json|csv)$/i.exec(name);
    return found ? found[1].toLowerCase() : refuse("it is neither a .json nor a .csv file.");
  }

  /* A promise of the entries in a file; refused with a line that says why. */
  function open(file) {
    return Promise.resolve().then(function () {
      var kind = kindOf(file.name);
      if (file.size > LARGEST) refuse("it is larger than 50 MB, which no log is.");
      return file.arrayBuffer().then(function (bytes) {
        var text;
        try {
          text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
        } catch (error) {
          refuse("its letters are not stored as UTF-8. In a spreadsheet, save it as “CSV UTF-8”.");
        }
        if (!text.trim()) refuse("it is empty.");
        return kind === "csv" ? readCsv(text) : readJson(text);
      }, function () { refuse("this device did not let the page read it."); });
    });
  }

  /* Hand a text to the reader as a file. */
  function hand(name, kind, text) {
    var link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([text], { type: kind + ";charset=utf-8" }));
    link.download = name;
    link.click();
    setTimeout(function () { URL.revokeObjectURL(link.href); }, 60000);
  }

  function save(entries, kind) {
    if (kind === "csv") hand("ripple-log.csv", "text/csv", writeCsv(entries));
    else hand("ripple-log.json", "application/json", writeJson(entries));
  }

  return {
    VERSION: VERSION, writeJson: writeJson, readJson: readJson, writeCsv: writeCsv, readCsv: readCsv,
    refuseNewer: refuseNewer, isRecord: isRecord, open: open, hand: hand, save: save
  };
})();
