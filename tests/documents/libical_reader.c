/* Reads calendar messages as libical does, strictly, and prints one line for each file:
 * METHOD UID START END SUMMARY CN, moments in seconds since 1970 by the message's own VTIMEZONE,
 * texts in hex; or ERROR and why. Whole days print as YYYY-MM-DD. */
#include <libical/ical.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static char *content_of(const char *path)
{
    FILE *file = fopen(path, "rb");
    char *text = calloc(1, 1 << 20);
    if (!file || !text || fread(text, 1, (1 << 20) - 1, file) == 0) exit(2);
    fclose(file);
    return text;
}

static void print_hex(const char *text)
{
    putchar(' ');
    if (!text || !*text) putchar('-');
    for (; text && *text; text++) printf("%02x", (unsigned char)*text);
}

static void print_moment(icalcomponent *calendar, icalproperty *property, struct icaltimetype moment)
{
    icalparameter *tzid = icalproperty_get_first_parameter(property, ICAL_TZID_PARAMETER);
    if (moment.is_date) {
        printf(" %04d-%02d-%02d", moment.year, moment.month, moment.day);
    } else {
        icaltimezone *zone = icaltimezone_get_utc_timezone();
        if (tzid) zone = icalcomponent_get_timezone(calendar, icalparameter_get_tzid(tzid));
        if (!zone) { printf(" no-VTIMEZONE"); return; }
        printf(" %lld", (long long)icaltime_as_timet_with_zone(moment, zone));
    }
}

static const char *trouble_in(icalcomponent *calendar)
{
    icalcomponent *event;
    if (!calendar || icalcomponent_isa(calendar) != ICAL_VCALENDAR_COMPONENT) return "no VCALENDAR";
    if (icalcomponent_count_errors(calendar)) return "syntax";
    if (!icalrestriction_check(calendar)) return "not as iTIP's table for this METHOD says";
    event = icalcomponent_get_first_component(calendar, ICAL_VEVENT_COMPONENT);
    return event ? NULL : "no VEVENT";
}

static void print_message(icalcomponent *calendar)
{
    icalcomponent *event = icalcomponent_get_first_component(calendar, ICAL_VEVENT_COMPONENT);
    icalproperty *start = icalcomponent_get_first_property(event, ICAL_DTSTART_PROPERTY);
    icalproperty *end = icalcomponent_get_first_property(event, ICAL_DTEND_PROPERTY);
    icalproperty *who = icalcomponent_get_first_property(event, ICAL_ATTENDEE_PROPERTY);
    icalparameter *name = icalproperty_get_first_parameter(who, ICAL_CN_PARAMETER);
    printf("%s %s", icalproperty_method_to_string(icalcomponent_get_method(calendar)),
           icalcomponent_get_uid(event));
    print_moment(calendar, start, icalproperty_get_dtstart(start));
    print_moment(calendar, end, icalproperty_get_dtend(end));
    print_hex(icalcomponent_get_summary(event));
    print_hex(name ? icalparameter_get_cn(name) : NULL);
    putchar('\n');
}

int main(int count, char **paths)
{
    for (int at = 1; at < count; at++) {
        char *text = content_of(paths[at]);
        icalcomponent *calendar = icalparser_parse_string(text);
        const char *trouble = trouble_in(calendar);
        if (trouble) printf("ERROR %s\n", trouble);
        else print_message(calendar);
        if (calendar) icalcomponent_free(calendar);
        free(text);
    }
    return 0;
}
