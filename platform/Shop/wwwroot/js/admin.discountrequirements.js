// The requirements card of a discount: rules of plugins, whose own pages are fetched and put in place.
function initDiscountRequirements(options) {
    const container = $('#discountRequirementContainer');
    const list = $('#requirementlist');
    const chooser = $('#AddDiscountRequirement');
    const placeholder = $('#addrequirementplaceholder');
    const groupForm = $('#addgroupplaceholder');

    function fail(xhr) {
        showAlert('nop', xhr && xhr.responseText && xhr.responseText.length < 300 ? xhr.responseText : options.texts.failed);
    }

    function insert(target, url) {
        return $.ajax({ cache: false, type: 'GET', url: url, dataType: 'html' }).done(function (html) {
            target.html(html);
            applySelect2(target);
        }).fail(fail);
    }

    function load(change) {
        return $.ajax({ cache: false, type: 'POST', url: options.urls.requirements, dataType: 'json', data: addAntiForgeryToken($.extend({ discountId: options.discountId }, change)) })
            .done(function (data) {
                display_nop_error(data);
                list.empty();
                const requirements = data.Requirements || [];
                $('#norequirements').toggleClass('d-none', requirements.length > 0);
                requirements.forEach(function (item) { draw(item, list); });
            }).fail(fail);
    }

    function draw(item, parent) {
        const holder = $('<div class="requirement-holder">').attr('data-requirement-id', item.DiscountRequirementId);
        const title = $('<div class="requirement-title">').append($('<span>').text(item.RuleName));
        const remove = $('<button type="button" class="btn btn-danger btn-sm">').text(options.texts.remove)
            .attr('aria-label', options.texts.remove + ': ' + item.RuleName)
            .on('click', function () {
                if (confirm(options.texts.sure)) load({ discountRequirementId: item.DiscountRequirementId, deleteRequirement: true });
            });
        title.append(remove);
        holder.append(title);
        parent.append(holder);

        if (item.IsGroup) {
            const id = 'interaction-type-' + item.DiscountRequirementId;
            const select = $('<select class="form-control form-control-sm" style="width: auto">').attr('id', id);
            options.interactions.forEach(function (choice) {
                select.append($('<option>').val(choice.value).text(choice.text).prop('selected', choice.value === item.InteractionTypeId));
            });
            select.on('change', function () { load({ discountRequirementId: item.DiscountRequirementId, interactionTypeId: this.value }); });
            holder.append($('<div class="form-inline mb-2">').append($('<label class="mr-2">').attr('for', id).text(options.texts.interaction), select));
            if (!item.ChildRequirements.length) holder.append($('<p class="text-muted mb-0">').text(options.texts.emptyGroup));
            item.ChildRequirements.forEach(function (child) { draw(child, holder); });
            return;
        }

        const place = $('<div>').attr('id', 'editrequirementplaceholder' + item.DiscountRequirementId);
        holder.append(place);
        if (item.ConfigurationUrl) insert(place, item.ConfigurationUrl);
        else place.append($('<p class="text-danger mb-0" role="alert">').text(options.texts.missing));
    }

    chooser.on('change', function () {
        const systemName = this.value;
        placeholder.empty();
        groupForm.toggleClass('d-none', systemName !== 'AddGroup');
        if (!systemName || systemName === 'AddGroup') return;
        $.ajax({ cache: false, type: 'GET', url: options.urls.configuration, data: { systemName: systemName, discountId: options.discountId } })
            .done(function (data) {
                display_nop_error(data);
                if (data.url) insert(placeholder, data.url);
            }).fail(fail);
    });

    $('#add-requirement-group').on('click', function () {
        $.ajax({ cache: false, type: 'POST', url: options.urls.addGroup, data: addAntiForgeryToken({ discountId: options.discountId, name: $('#requirement-group-name').val() }) })
            .done(function (data) { display_nop_error(data); reset(); load({}); }).fail(fail);
    });

    function reset() {
        placeholder.empty();
        groupForm.addClass('d-none');
        $('#requirement-group-name').val('');
        chooser.val('').trigger('change.select2');
    }

    // A plugin's script tells here that it stored a new requirement; it is put into the default group.
    container.on('nopnewdiscountruleadded', function (e, newRequirementId) {
        reset();
        load({ discountRequirementId: newRequirementId });
    });

    load({});
}
