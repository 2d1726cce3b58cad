#ifndef JUECE_WORKFLOWS_MAJOR_DECISION_PUBLICATION_HPP
#define JUECE_WORKFLOWS_MAJOR_DECISION_PUBLICATION_HPP

#include "engine/chapter.hpp"
#include "engine/limit.hpp"
#include "engine/procedure.hpp"
#include "workflows/major_decision/entered.hpp"
#include "workflows/major_decision/participation.hpp"

#include <memory>
#include <optional>
#include <vector>

namespace workflows::major_decision {

struct dossier;

/// Publication and interpretation (决策公布与解读).
/// Order 713 art. 32; Guangdong rules art. 41.
namespace publication {

struct text_signed {
    static constexpr std::string_view kind = "publication.text_signed";
    document_ref final_text;
    std::optional<document_ref> issued_paper = {}; ///< that text, numbered and dated
    std::string signed_by;
    day signed_on;
    std::string document_number;
};
BOOST_DESCRIBE_STRUCT(text_signed, (),
                      (final_text, issued_paper, signed_by, signed_on, document_number))

struct published {
    static constexpr std::string_view kind = "publication.published";
    day published_on;
    std::vector<participation::channel> channels;
    std::optional<page_address> address;
    std::optional<document_ref> interpretation;
    std::optional<prose> adoption_statement;
    std::optional<std::string> press_work;
};
BOOST_DESCRIBE_STRUCT(published, (),
                      (published_on, channels, address, interpretation, adoption_statement,
                       press_work))

struct withheld {
    static constexpr std::string_view kind = "publication.withheld";
    std::string legal_basis;
    prose reason;
};
BOOST_DESCRIBE_STRUCT(withheld, (), (legal_basis, reason))

/// What the chapter leaves on file.
struct facts {
    std::optional<entered<text_signed>> signing;
    std::optional<entered<published>> notice;
    std::optional<entered<withheld>> withholding;
};

} // namespace publication

std::unique_ptr<engine::chapter<dossier>> make_publication();

// ---- publication_standing.cpp

/// What goes to the public of what was signed: the paper that was made of the text, else the text.
document_ref const& paper_to_publish(publication::text_signed const& what);

/// The decision is out: published, or lawfully withheld.
bool issued(dossier const& file);

/// The day on which it was published or withheld.
std::optional<day> issued_on(dossier const& file);

/// The adoption of opinions must be published with the decision: wide concern or a technical matter
/// (R713-32.2).
bool adoption_statement_due(dossier const& file);

/// The time to publish (R713-32.1), from the decision on; empty before it.
std::vector<engine::limit_terms> publication_limits(dossier const& file, engine::rules const& law);

} // namespace workflows::major_decision

#endif
