#ifndef JUECE_ADAPTERS_OFFICE_WRITE_DOCX_HPP
#define JUECE_ADAPTERS_OFFICE_WRITE_DOCX_HPP

#include "adapters/office/paper.hpp"

namespace adapters::office {

/// The paper as DOCX in the layout of GB/T 9704, with the true names of the fonts: A4, 22 lines of
/// 28 characters, page numbers outside. The same paper gives the same bytes. Throws
/// std::runtime_error when the archive cannot be made.
std::string write_docx(paper const& what);

} // namespace adapters::office

#endif
