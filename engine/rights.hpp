#ifndef JUECE_ENGINE_RIGHTS_HPP
#define JUECE_ENGINE_RIGHTS_HPP

#include "engine/confidentiality.hpp"
#include "engine/text.hpp"

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace engine {

struct case_summary;

/// What a person may be appointed to (岗位).
struct role {
    std::string code;
    std::string name_zh;
    std::string name_en;
    std::string group; ///< nobody holds roles of two groups (JC-1)
    confidentiality sees_up_to = confidentiality::open;
    std::string purpose_zh;
    std::string purpose_en;
    secret_reach sees_secret = secret_reach::part; ///< of a role that sees up to secret
};

/// How the unit of whoever acts stands to a case: it is any unit of its organ, leads it, or has
/// another part in it. Of a family, which of its cases: all, or those that are open.
enum class relation { any, sponsor, concerned, open };
JUECE_CHOICE(relation, any, sponsor, concerned, open)

/// What a right is a right to. A family of cases is known without a part in the case (JC-19).
enum class sphere { page, act, family };
JUECE_CHOICE(sphere, page, act, family)

/// One row of the decision table: these roles may, where the relation holds.
struct right {
    std::vector<std::string> roles; ///< codes, or "*" alone: every role
    sphere to = sphere::page;
    std::string pattern; ///< "GET /cases/{id}", "drafting.versioned", "legal_matter"; a '*' at the
                         ///< end stands for anything
    relation where = relation::any;
};

/// Who may come to the desk at all, and to which page (权限表). Everything that no row allows is
/// denied. The law's own seats are asked afterwards, by the procedure.
class rights {
public:
    /// What is wrong with it, if anything; it is not added then.
    std::optional<text> add(role one);
    std::optional<text> add(right one);

    std::vector<role> const& roles() const { return roles_; }
    std::vector<right> const& rows() const { return rows_; }
    /// Null for an unknown code.
    role const* find(std::string_view code) const;

    /// How far a role sees; an unknown one sees what is public.
    confidentiality sees_up_to(std::string_view role) const;
    /// Which families of cases a role knows.
    families_known families_of(std::string_view role) const;
    /// How far somebody sees who acts here; `cleared_to`: further than the role by itself.
    clearance seeing(actor const& who, std::optional<confidentiality> cleared_to) const;
    /// True if nobody may hold both (JC-1).
    bool exclude_each_other(std::string_view one, std::string_view other) const;

    bool may_ask_for(std::string_view role, std::string_view method,
                     std::string_view pattern) const;
    /// May this actor enter such an act: on a case, or, with null, to open one.
    bool may_act(actor const& who, std::string_view kind, case_summary const* on) const;
    /// The same of somebody in the case's own organ.
    bool may_act(std::string_view role, std::string_view kind, bool as_sponsor,
                 bool as_concerned) const;

    /// Allows everything: for procedures that have no table, such as those of tests.
    static rights const& unrestricted();

private:
    struct standing {
        bool in_organ, as_sponsor, as_concerned;
    };
    bool allows(std::string_view role, std::string_view kind, standing at) const;

    template <class Holds>
    bool any_row(std::string_view role, Holds holds) const;

    std::vector<role> roles_;
    std::vector<right> rows_;
    /// The rows of each role by their places, so that an act is not measured with every row.
    std::map<std::string, std::vector<std::size_t>, std::less<>> by_role_;
    bool is_restricted_ = true;
};

} // namespace engine

#endif
