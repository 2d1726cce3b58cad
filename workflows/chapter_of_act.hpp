#ifndef JUECE_WORKFLOWS_CHAPTER_OF_ACT_HPP
#define JUECE_WORKFLOWS_CHAPTER_OF_ACT_HPP

#include <string_view>

namespace workflows {

/// True if an act of that kind is admitted by that chapter: acts are named after theirs.
inline bool is_of(std::string_view kind, std::string_view chapter)
{
    return kind.starts_with(chapter) && kind.substr(chapter.size()).starts_with('.');
}

} // namespace workflows

#endif
