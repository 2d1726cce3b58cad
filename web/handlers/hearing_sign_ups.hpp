#ifndef JUECE_WEB_HANDLERS_HEARING_SIGN_UPS_HPP
#define JUECE_WEB_HANDLERS_HEARING_SIGN_UPS_HPP

#include "adapters/soci/comment_shelf.hpp"
#include "workflows/major_decision/hearing.hpp"

#include <optional>
#include <string>
#include <vector>

namespace web::handlers {

/// Those who signed up for a hearing beside the list of those who take part. A list knows people by
/// their names; of namesakes, what they said of themselves tells who is meant.
class hearing_sign_ups {
public:
    explicit hearing_sign_ups(std::vector<adapters::soci::comment_entry> all);
    /// Of a case; only of whoever has this name, if one is given.
    hearing_sign_ups(adapters::soci::reader& records, engine::case_id on,
                     std::string const& name = {});

    /// Under which number whoever is listed signed up; nothing where that is not certain.
    std::optional<long long>
    number_of(workflows::major_decision::hearing::listed_person const& listed) const;
    /// Whether somebody who signed up takes part: "chosen", "substitute", "not_chosen"; "namesake"
    /// where somebody of their name does and nothing tells who. Empty for whoever's name is no
    /// longer kept.
    std::string chance_of(adapters::soci::comment_entry const& one,
                          workflows::major_decision::hearing::listed const& list) const;

private:
    bool has_namesake(adapters::soci::comment_entry const& one) const;

    std::vector<adapters::soci::comment_entry> all_;
};

} // namespace web::handlers

#endif
