#ifndef JUECE_WEB_MASKING_HPP
#define JUECE_WEB_MASKING_HPP

#include <initializer_list>
#include <string>
#include <string_view>
#include <unordered_set>

namespace web {

/// Whether what stands for a name is nobody's: nothing, 匿名, 市民 ...
bool names_nobody(std::string_view name);

/// A name as it is published: the first character and a star, whatever its length. What names
/// nobody stays.
std::string masked_name(std::string_view name);

/// People whose names, and the ways to reach them, are not published; other words that are not
/// published are masked like names.
class named_people {
public:
    named_people() = default;
    named_people(std::initializer_list<std::string_view> names);

    /// One character, and what names nobody, is not looked for.
    void add(std::string_view name);
    /// Each name that stands in the words keeps its first character, the longest first. One pass,
    /// however many there are.
    void mask_in(std::u32string& words) const;

private:
    std::unordered_set<std::u32string> names_;
    std::size_t longest_ = 0;
};

/// Words with these people masked in them, and nothing else.
std::string without_people(std::string_view words, named_people const& people);

/// Words as they are published: telephone numbers as 138****1234, numbers of identity papers and
/// bank cards, e-mail addresses, and people where they stand in the words. Dates stay.
std::string masked_words(std::string_view words, named_people const& people = {});

} // namespace web

#endif
