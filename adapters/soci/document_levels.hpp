#ifndef JUECE_ADAPTERS_SOCI_DOCUMENT_LEVELS_HPP
#define JUECE_ADAPTERS_SOCI_DOCUMENT_LEVELS_HPP

#include "adapters/soci/query.hpp"
#include "adapters/soci/visibility.hpp"
#include "engine/act.hpp"
#include "engine/confidentiality.hpp"

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace adapters::soci {

/// What acts say of the level of documents, by hash; the last word counts (JC-8).
using document_levels = std::map<std::string, engine::confidentiality, std::less<>>;

/// Adds what one body says.
void note_levels(boost::json::object const& body, document_levels& into);

/// What is kept of a case.
document_levels levels_kept(::soci::session& sql, engine::case_id of);

/// The documents of one case that are none of somebody's business.
class withheld_documents {
public:
    withheld_documents(::soci::session& sql, engine::case_id of, visibility const& seen);
    /// Those of several cases, in one statement; cases without any are not in it.
    static std::map<engine::case_id, withheld_documents>
    of_cases(::soci::session& sql, std::vector<long long> const& cases, visibility const& seen);

    bool any() const { return !hashes_.empty(); }
    /// Puts placeholders for them into an act: what is made of it shows neither name nor content,
    /// and leads nowhere.
    void take_from(engine::act& what) const;
    /// True if a passage of a body, by its path, is the name of one of them.
    bool are_named_at(std::string_view path, boost::json::object const& body) const;

private:
    withheld_documents() = default;

    std::vector<std::string> hashes_; ///< in order
};

/// True for the hash of a placeholder.
bool is_withheld(std::string_view hash);

} // namespace adapters::soci

#endif
