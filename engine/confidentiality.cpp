#include "engine/confidentiality.hpp"

#include "engine/part.hpp"

#include <algorithm>
#include <utility>

namespace engine {
namespace {

bool has_one(std::vector<std::string> const& sorted, std::string_view one)
{
    return std::binary_search(sorted.begin(), sorted.end(), one);
}

bool has_any(std::vector<std::string> const& sorted, std::vector<std::string> const& these)
{
    return std::any_of(these.begin(), these.end(),
                       [&](auto const& one) { return has_one(sorted, one); });
}

bool lists(std::vector<std::string> const& all, std::string_view one)
{
    return std::find(all.begin(), all.end(), one) != all.end();
}

} // namespace

bool families_known::has(std::string_view family) const
{
    return all || lists(whole, family);
}

bool families_known::has_when_open(std::string_view family) const
{
    return lists(when_open, family);
}

clearance clearance::by_part(confidentiality up_to, actor const& who)
{
    clearance made(up_to, who.person);
    if (up_to == confidentiality::secret)
        made.parts_ = parts_of(who);
    return made;
}

clearance clearance::of_the_record(std::string organ)
{
    clearance all(confidentiality::administration);
    all.is_of_record_ = true;
    all.organ_ = std::move(organ);
    return all;
}

clearance& clearance::know_only(families_known these, actor const& who)
{
    families_ = std::move(these);
    if (!families_.all)
        personal_ = personal_parts_of(who);
    return *this;
}

clearance& clearance::stay_in_organ(actor const& who)
{
    organ_ = who.organ;
    if (!organ_.empty()) {
        unit_ = who.unit;
        of_unit_ = unit_parts_of(who);
    }
    return *this;
}

bool clearance::is_known_without_part(std::string_view family, confidentiality level) const
{
    return families_.has(family)
               ? level <= known_without_part()
               : families_.has_when_open(family) && level == confidentiality::open;
}

bool clearance::covers(knowable const& one) const
{
    if (one.level > up_to_)
        return false;
    if (one.is_elsewhere && !organ_.empty())
        return families_.has(one.family) &&
               (has_one(one.concerned, unit_) || has_any(one.known_to, of_unit_));
    return is_known_without_part(one.family, one.level) ||
           has_any(one.known_to, families_.has(one.family) ? parts_ : personal_);
}

} // namespace engine
