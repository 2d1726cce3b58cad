#ifndef JUECE_WORKFLOWS_ISSUED_PAPER_HPP
#define JUECE_WORKFLOWS_ISSUED_PAPER_HPP

#include "engine/chapter.hpp"
#include "engine/refusal.hpp"

namespace workflows {

/// The paper that goes out is made of the text in force: none of the other versions is (JC-2). For
/// bodies with an `issued_paper`, of procedures that draft.
struct paper_is_no_other_version {
    template <class File, class Body>
    static engine::verdict check(engine::question<File> const& q, Body const& body)
    {
        if (!body.issued_paper)
            return {};
        auto const current = current_draft(q.file);
        auto version = current;
        while (version > 0 && draft_version(q.file, version)->draft.hash != body.issued_paper->hash)
            --version;
        if (version == 0 || version == current)
            return {};
        return engine::refusal{
            .rule = "JC-2",
            .reason = engine::say("所附的正式文件是第{1}稿，不是现行的第{2}稿", version, current),
            .remedy = engine::say("请附按第{1}稿印制、已编号和署期的文件，或者不附", current)};
    }
};

} // namespace workflows

#endif
