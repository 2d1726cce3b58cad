#ifndef JUECE_WEB_HANDLERS_PAPER_VIEW_HPP
#define JUECE_WEB_HANDLERS_PAPER_VIEW_HPP

#include "adapters/office/paper_forms.hpp"
#include "web/handlers/opened_case.hpp"

namespace web::handlers {

/// What a template of a paper sees: every act on file up to one, in Chinese words whatever the
/// language of the page (config/papers/README.md). What is not on file is not there.
boost::json::object paper_view(visit& v, opened_case const& file, long long up_to);

/// The act on file with which a paper is issued: the last of its kind, or of all acts for a paper
/// that follows the file; null while there is none.
engine::act const* act_behind(opened_case const& file, adapters::office::paper_form const& form);

/// The papers that the file has the acts for, of those that an act issues each one, the last first:
/// title and address, for the case page.
boost::json::array papers_view(visit const& v, opened_case const& file);

} // namespace web::handlers

#endif
