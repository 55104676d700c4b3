// What the "Table" partial needs beside DataTables: how cells look, and the buttons in them.
var nopTable = (function ($) {
    $.fn.dataTable.ext.errMode = 'throw';

    // The rows of an answer; a refusal is shown and leaves the grid empty.
    function rows(answer) {
        display_nop_error(answer);
        if (!answer.Data) answer.recordsTotal = answer.recordsFiltered = 0;
        return answer.Data || [];
    }

    function cell(html) {
        return function (data, type, row, meta) { return type === 'display' ? html(data, row, meta) : data; };
    }

    function link(url, id, trimEnd) {
        return trimEnd ? url : url + '/' + encodeURIComponent(id);
    }

    const render = {
        text: cell(function (data) { return escapeHtml(data); }),
        boolean: function (texts) {
            return cell(function (data) {
                const yes = data === true || String(data).toLowerCase() === 'true';
                return '<i class="fas ' + (yes ? 'fa-check true-icon' : 'fa-times false-icon') + '" aria-hidden="true"></i>' +
                    '<span class="sr-only">' + escapeHtml(yes ? texts.yes : texts.no) + '</span>';
            });
        },
        button: function (url, idField, trimEnd, className, icon, text) {
            return cell(function (data, row) {
                const id = idField ? row[idField] : data;
                return '<a class="' + escapeHtml(className) + '" href="' + escapeHtml(link(url, id, trimEnd)) + '"><i class="' + icon +
                    '" aria-hidden="true"></i> ' + escapeHtml(text) + '</a>';
            });
        },
        custom: function (className, title, url, onClick) {
            return cell(function (data) {
                if (url) return '<a class="' + escapeHtml(className) + '" href="' + escapeHtml(url + data) + '">' + escapeHtml(title) + '</a>';
                return '<button type="button" class="' + escapeHtml(className) + '" onclick="' + escapeHtml(onClick) + '(' +
                    escapeHtml(typeof data === 'number' ? String(data) : JSON.stringify(data)) + ');">' + escapeHtml(title) + '</button>';
            });
        },
        remove: function (name, title, className) {
            return cell(function (data) {
                return '<button type="button" class="' + escapeHtml(className) + '" data-remove="' + escapeHtml(data) +
                    '"><i class="far fa-trash-alt" aria-hidden="true"></i> ' + escapeHtml(title) + '</button>';
            });
        },
        checkBox: function (name, keyField, label) {
            return cell(function (data, row) {
                const id = row[keyField];
                const ticked = selectedIds.indexOf(String(id)) >= 0;
                return '<input name="' + escapeHtml(name) + '" value="' + escapeHtml(id) + '" type="checkbox" class="checkboxGroups" aria-label="' +
                    escapeHtml(label) + '"' + (ticked ? ' checked' : '') + '>';
            });
        },
        date: function (format) {
            return cell(function (data) { return data ? escapeHtml(moment(data).format(format)) : ''; });
        },
        link: function (url, idField, trimEnd, title) {
            return cell(function (data, row) {
                const id = idField ? row[idField] : data;
                return '<a href="' + escapeHtml(link(url, id, trimEnd)) + '">' + escapeHtml(title || data) + '</a>';
            });
        },
        picture: function (prefix, width) {
            return cell(function (data) {
                return data ? '<img alt="" src="' + escapeHtml(prefix + data) + '"' + (width > 0 ? ' width="' + width + '"' : '') + '>' : '';
            });
        },
        inlineEdit: function (texts) {
            return cell(function () {
                return '<button type="button" class="btn btn-default" data-row-edit><i class="fas fa-pencil-alt" aria-hidden="true"></i> ' +
                    escapeHtml(texts.edit) + '</button>' +
                    '<button type="button" class="btn btn-default d-none" data-row-save><i class="fas fa-check" aria-hidden="true"></i> ' +
                    escapeHtml(texts.update) + '</button> ' +
                    '<button type="button" class="btn btn-default d-none" data-row-cancel><i class="fas fa-ban" aria-hidden="true"></i> ' +
                    escapeHtml(texts.cancel) + '</button>';
            });
        },
        childCaret: function (text) {
            return cell(function () {
                return '<button type="button" class="btn btn-sm btn-link child-caret" aria-expanded="false" aria-label="' + escapeHtml(text) +
                    '"><i class="fas fa-caret-right" aria-hidden="true"></i></button>';
            });
        }
    };

    function refreshButton(text) {
        return function (settings) {
            const holder = document.createElement('div');
            holder.className = 'data-tables-refresh';
            const button = document.createElement('button');
            button.type = 'button';
            button.className = 'btn btn-secondary';
            button.title = text;
            button.setAttribute('aria-label', text);
            button.innerHTML = '<i class="fas fa-sync-alt" aria-hidden="true"></i>';
            button.addEventListener('click', function () {
                const api = new $.fn.dataTable.Api(settings);
                if (api.ajax.url() || settings.ajax) api.ajax.reload();
            });
            holder.appendChild(button);
            return holder;
        };
    }

    // The values of the search fields, as the grid posts them.
    function filterValue(selector, isBoolean) {
        const field = $(selector);
        if (isBoolean || field.is(':checkbox')) return field.is(':checked');
        return field.val();
    }

    function bindRemove(selector, url, key, question) {
        $(selector).on('click', '[data-remove]', function () {
            if (!confirm(question)) return;
            const data = {};
            data[key] = this.getAttribute('data-remove');
            $.ajax({ url: url, type: 'POST', dataType: 'text', data: addAntiForgeryToken(data) })
                .done(function (text) { display_nop_error(parse(text)); $(selector).DataTable().draw(false); })
                .fail(function (xhr) { showAlert('nop', xhr.responseText || xhr.statusText); });
        });
    }

    // A delete answers with nothing, or with a JSON text that may hold an error.
    function parse(text) {
        try { return text ? JSON.parse(text) : null; } catch (e) { return null; }
    }

    function bindInlineEdit(selector, url, columns) {
        const table = $(selector);
        function swap(tr, editing) {
            tr.find('[data-row-edit]').toggleClass('d-none', editing);
            tr.find('[data-row-save],[data-row-cancel]').toggleClass('d-none', !editing);
        }
        table.on('click', '[data-row-edit]', function () {
            const tr = $(this).closest('tr');
            const api = table.DataTable();
            const row = api.row(tr);
            const first = columns.filter(function (c) { return c.editable; })[0];
            columns.forEach(function (c, index) {
                if (!c.editable) return;
                const td = $(api.cell(row.index(), index).node());
                const value = row.data()[c.data];
                const input = $('<input>').attr({ 'aria-label': c.title, 'data-field': c.data });
                if (c.type === 'Checkbox') input.attr('type', 'checkbox').prop('checked', value === true);
                else input.attr('type', c.type === 'Number' ? 'number' : 'text').attr('step', 'any').addClass('form-control').val(value);
                td.empty().append(input);
                if (c === first) input.trigger('focus');
            });
            swap(tr, true);
        });
        table.on('click', '[data-row-cancel]', function () { table.DataTable().draw(false); });
        table.on('click', '[data-row-save]', function () {
            const tr = $(this).closest('tr');
            const data = $.extend({}, table.DataTable().row(tr).data());
            tr.find('[data-field]').each(function () {
                data[this.getAttribute('data-field')] = this.type === 'checkbox' ? this.checked : this.value;
            });
            $.ajax({ url: url, type: 'POST', dataType: 'text', data: addAntiForgeryToken(data) })
                .done(function (text) { display_nop_error(parse(text)); table.DataTable().draw(false); })
                .fail(function (xhr) { showAlert('nop', xhr.responseText || xhr.statusText); });
        });
    }

    function bindCheckBoxes(selector) {
        const table = $(selector);
        const container = function () { return table.closest('.dt-container'); };
        function toggle(box) {
            const id = String(box.value);
            const at = selectedIds.indexOf(id);
            if (box.checked && at < 0) selectedIds.push(id);
            if (!box.checked && at >= 0) selectedIds.splice(at, 1);
        }
        function master() {
            const all = table.find('input.checkboxGroups');
            const ticked = all.filter(':checked').length;
            container().find('input.mastercheckbox').prop('checked', all.length > 0 && ticked === all.length)
                .prop('indeterminate', ticked > 0 && ticked < all.length);
        }
        table.on('change', 'input.checkboxGroups', function () { toggle(this); master(); });
        table.on('draw.dt', master);
        $(document).on('change', selector + '_wrapper input.mastercheckbox', function () {
            const checked = this.checked;
            table.find('input.checkboxGroups').each(function () { this.checked = checked; toggle(this); });
            master();
        });
    }

    function bindChild(selector, build) {
        $(selector).on('click', '.child-caret', function (e) {
            e.stopPropagation();
            const button = $(this);
            const row = $(selector).DataTable().row(button.closest('tr'));
            const open = row.child.isShown();
            button.attr('aria-expanded', !open).find('i').toggleClass('fa-caret-right', open).toggleClass('fa-caret-down', !open);
            if (open) { row.child.hide(); return; }
            const id = selector.substring(1) + '-child-' + row.index();
            row.child($('<table>').attr('id', id).addClass('table table-bordered table-hover table-striped dataTable')).show();
            build('#' + id, row.data());
        });
    }

    return {
        render: render, rows: rows, refreshButton: refreshButton, filterValue: filterValue, bindRemove: bindRemove,
        bindInlineEdit: bindInlineEdit, bindCheckBoxes: bindCheckBoxes, bindChild: bindChild
    };
})(jQuery);
