// Reads calendar messages as ical.js does and prints the same lines as libical_reader.c:
// METHOD UID START END SUMMARY CN. Usage: node ical_js_reader.mjs ICAL.JS FILE…
import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";

const [library, ...paths] = process.argv.slice(2);
const ICAL = (await import(pathToFileURL(library))).default;
const hex = (text) => (text ? Buffer.from(text, "utf-8").toString("hex") : "-");

function moment(event, name, zones) {
  const property = event.getFirstProperty(name);
  const value = property.getFirstValue();
  if (value.isDate) return value.toString();
  const tzid = property.getFirstParameter("tzid");
  if (tzid && !zones.has(tzid)) return "no-VTIMEZONE";
  value.zone = tzid ? zones.get(tzid) : ICAL.Timezone.utcTimezone;
  return value.toUnixTime();
}

function line(text) {
  const calendar = new ICAL.Component(ICAL.parse(text));
  const zones = new Map(
    calendar.getAllSubcomponents("vtimezone").map((zone) => {
      const read = new ICAL.Timezone(zone);
      return [read.tzid, read];
    }),
  );
  const event = calendar.getFirstSubcomponent("vevent");
  const attendee = event.getFirstProperty("attendee");
  return [
    calendar.getFirstPropertyValue("method"),
    event.getFirstPropertyValue("uid"),
    moment(event, "dtstart", zones),
    moment(event, "dtend", zones),
    hex(event.getFirstPropertyValue("summary")),
    hex(attendee.getFirstParameter("cn")),
  ].join(" ");
}

for (const path of paths) {
  try {
    console.log(line(readFileSync(path, "utf-8")));
  } catch (error) {
    console.log("ERROR", error.message.split("\n")[0]);
  }
}
