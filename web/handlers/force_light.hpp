#ifndef JUECE_WEB_HANDLERS_FORCE_LIGHT_HPP
#define JUECE_WEB_HANDLERS_FORCE_LIGHT_HPP

#include "adapters/soci/document_list.hpp"
#include "web/visit.hpp"

namespace web::handlers {

/// The light of a document: class and shape of the stylesheet; the words are those of its state.
struct force_light {
    char const* colour;
    char const* shape;
};
force_light light_of(workflows::normative_document::force_state state);

/// The register as it stands today, with the warning that the national rules ask for.
adapters::soci::document_list documents_today(visit const& v);

/// What the public reads of: documents that bind, or were published and will; published last,
/// first.
std::vector<adapters::soci::normative_entry> newest_documents(adapters::soci::document_list& from,
                                                              std::size_t most);

/// A document as lists show it, on both sides of the counter: nothing that was not published.
boost::json::object document_line_view(visit const& v, adapters::soci::document_list const& from,
                                       adapters::soci::normative_entry const& one);

} // namespace web::handlers

#endif
