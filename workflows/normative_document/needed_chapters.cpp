#include "workflows/normative_document/needed_chapters.hpp"

#include "engine/case_procedure.hpp"
#include "workflows/normative_document/dossier.hpp"

namespace workflows::normative_document {

using major_decision::chapter_need;

std::map<std::string, chapter_need, std::less<>> needs_of_chapters(engine::procedure const& of)
{
    auto const* known = dynamic_cast<engine::case_procedure<dossier> const*>(&of);
    if (!known)
        return {};
    std::map<std::string, chapter_need, std::less<>> needs;
    auto const& file = known->file();
    if (file.project.told) {
        for (auto const* chapter :
             {"document_opinions", "participation", "document_review", "document_filing"})
            needs[chapter] = chapter_need::not_needed;
        needs["hearing"] = chapter_need::by_occasion;
    } else if (taken_over(file, project::shared_step::hearing)) {
        needs["hearing"] = chapter_need::by_occasion; // it stands in the decision's case
    } else if (touches(file) && is_heard(file) && !file.opinions.hearing) {
        needs["hearing"] = chapter_need::not_needed;
    }
    return needs;
}

} // namespace workflows::normative_document
