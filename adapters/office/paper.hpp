#ifndef JUECE_ADAPTERS_OFFICE_PAPER_HPP
#define JUECE_ADAPTERS_OFFICE_PAPER_HPP

#include "engine/day.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace adapters::office {

/// What stands on a line of an official paper (GB/T 9704).
enum class line_sort {
    issuer,     ///< 发文机关标志, red, at the head
    letterhead, ///< of a letter (信函格式, 10.1): who sends it, red, above a double red line
    number,    ///< 发文字号, and the red line under it; of a letter at the right under its line
    title,     ///< 标题
    addressee, ///< 主送机关
    paragraph, ///< 正文
    heading,   ///< 一、
    subheading, ///< （一）
    row,        ///< a row of a form: label and value, once or twice
    signer,     ///< 署名
    date,       ///< 成文日期
    note,       ///< 附注
    blank       ///< an empty line
};

struct paper_line {
    line_sort is = line_sort::paragraph;
    std::string words;
    std::vector<std::string> cells = {}; ///< of a row: label, value, label, value
    int least_lines = 1;                 ///< of a row: room for what is written by hand
};

/// A paper to be printed.
struct paper {
    std::string title;       ///< of the file, for the reader of PDFs
    engine::instant made_at; ///< the same paper is always made with the same instant
    std::vector<paper_line> lines;
    std::string mark = {}; ///< beside the number of each page: what the paper is not yet
};

/// Reads the text of a paper, line by line: a line that begins with @ and a word is what that word
/// says, any other is a paragraph; empty lines say nothing.
///
///     @issuer 机关    @letter 发函机关  @number 字号   @title 标题    @to 主送机关
///     @heading 一、……  @sub （一）……   @row 标签 | 值   @row 4 标签 | 值（至少四行高）
///     @sign 署名      @date 日期      @note 附注      @blank
///
/// A paragraph that begins with @ is written \@.
std::vector<paper_line> read_paper_lines(std::string_view text);

/// The words so that in the text of a paper they are only words, whatever stands in them.
std::string as_paper_words(std::string const& words);

/// A title in the lines that it is set in: one that is too long for a line of 20 characters parts
/// where no word is torn (GB/T 9704, 7.3.3), into lines as equal as that allows. One without such a
/// place stays whole.
std::vector<std::string> title_lines(std::string const& words);

/// The paper as PDF in the layout of GB/T 9704: A4, 22 lines of 28 characters, page numbers
/// outside; a letter has a double red line above and below its first page, which bears no number.
/// No page holds the signature alone if lines a little closer or wider apart prevent it. The same
/// paper gives the same bytes. From any thread, one at a time.
std::string draw_paper(paper const& what);

} // namespace adapters::office

#endif
