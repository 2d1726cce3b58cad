#ifndef JUECE_WORKFLOWS_NORMATIVE_DOCUMENT_ENTERED_HPP
#define JUECE_WORKFLOWS_NORMATIVE_DOCUMENT_ENTERED_HPP

#include "engine/body.hpp"
#include "workflows/major_decision/entered.hpp"

// Acts on file are kept as those of a decision are: with the version of the draft that was current.

namespace workflows::normative_document {

using engine::day;
using engine::document_ref;
using engine::page_address;
using engine::prose;
using engine::unit_ref;
using major_decision::entered;

} // namespace workflows::normative_document

#endif
