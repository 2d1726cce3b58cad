#ifndef JUECE_WORKFLOWS_MAJOR_DECISION_HEARING_LIST_HPP
#define JUECE_WORKFLOWS_MAJOR_DECISION_HEARING_LIST_HPP

#include "workflows/major_decision/conditions.hpp"

#include <optional>
#include <string>
#include <vector>

// The conditions on who takes part in a hearing and who came: lists of persons, apart from the
// chapter's table.

namespace workflows::major_decision::hearing {

/// The person of that name on the list on file, or null.
listed_person const* on_list(dossier const& file, std::string const& name);

/// The day on which the last of the participants had the papers; nothing while somebody has none.
std::optional<day> papers_reached_all(dossier const& file);

/// Whether a day is "n days before" another as the place's number asks; its rule is the number's.
/// A number that the place has but nobody knows is said to be unknown.
verdict days_ahead(asked const& q, engine::parameter_key const& key, char const* rule, day done,
                   day event);

/// Every role that the place names is there, and one host (GDH303-8.1).
struct roles_are_filled {
    static verdict check(asked const& q, listed const& body);
};

/// Names tell people apart; identity is given, and of participants how they came to be chosen and
/// for which side they speak (GDH303-12.1, GDH303-18.1, GDH303-20.1).
struct people_are_described {
    static verdict check(asked const& q, listed const& body);
};

/// The host neither drafted nor has an interest (GDH303-9.1).
struct host_is_independent {
    static verdict check(asked const& q, listed const& body);
};

/// The host stands between the sides (GDH303-9.1).
struct host_takes_no_side {
    static verdict check(asked const& q, listed const& body);
};

/// An odd number, generally not less than nine (GDH303-19.1), of whom so many have an interest
/// where the place says so.
struct participants_are_enough {
    static verdict check(asked const& q, listed const& body);
};

/// Every side has its voice: remark when one has none (R713-16.3, GDH303-18.1).
struct sides_are_balanced {
    static verdict check(asked const& q, listed const& body);
};

/// Of a participant no papers are on record yet (R713-16.5).
struct papers_are_awaited {
    static bool holds(asked const& q);
};

/// A participant had the papers, but too late for the day: it can only be put off (R713-16.5).
struct papers_came_late {
    static bool holds(asked const& q);
};

/// Every participant had the papers in time for the day (R713-16.5, GDH303-21.1).
struct papers_came_in_time {
    static verdict check(asked const& q);
};

/// Everybody who came is on the list (GDH303-20.1).
struct present_are_listed {
    static verdict check(asked const& q, held const& body);
};

/// So great a share of the participants came, substitutes included, and every role
/// (GDH303-19.2, GDH303-8.1).
struct enough_came {
    static verdict check(asked const& q, held const& body);
};

/// Who must sign the record did, or it notes why not (R713-17.1, GDH303-25.1).
struct record_is_signed {
    static verdict check(asked const& q, held const& body);
};

/// Who spoke was there, and the count of those against fits what they said (GDH303-28.1).
struct count_fits_statements {
    static verdict check(asked const& q, held const& body);
};

} // namespace workflows::major_decision::hearing

#endif
