#ifndef JUECE_ADAPTERS_SOCI_NUMBERING_HPP
#define JUECE_ADAPTERS_SOCI_NUMBERING_HPP

#include "adapters/soci/database.hpp"
#include "engine/act.hpp"

#include <map>
#include <memory>
#include <string>
#include <vector>

namespace adapters::soci {

class shared_session;

/// From a day on, acts of this kind entered by a unit issue papers numbered under a mark
/// (机关代字): 高司审〔2026〕3号. The mark belongs to the unit's organ; units of an organ that use
/// the same mark share the series. An empty mark ends the numbering.
struct numbering_rule {
    std::string unit;
    std::string kind; ///< "legality_review.concluded"
    engine::day from;
    std::string mark;
    bool operator==(numbering_rule const&) const = default;
};

/// "高司审〔2026〕3号".
std::string document_number(std::string const& mark, int year, long long number);

/// The rules by which papers are numbered. A rule counts for acts entered after it was set; what is
/// numbered stays so.
class numbering {
public:
    explicit numbering(database& at);
    ~numbering();

    /// The numbers of the papers that acts of a case issued, by seq.
    std::map<long long, std::string> numbers_of(engine::case_id id) const;

    /// In order of unit, kind and day.
    std::vector<numbering_rule> rules() const;

private:
    std::unique_ptr<shared_session> sql_;
};

} // namespace adapters::soci

#endif
